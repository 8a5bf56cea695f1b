// The worker of the single file, with the reading program in it.

import * as reader from "reader";

globalThis.heldReader = reader;

import "../reading-worker.js";
