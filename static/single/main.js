// The scripts of the single file, in the order in which they run.
import "./held.js";
import "../boot.js";
