// The scripts of the single file, in the order in which they have to run.
import "./held.js";
import "../boot.js";
