// Finds faults in the scripts of static/, not questions of style.

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";

export default defineConfig([
  globalIgnores(["dist*/", "target/"]),
  {
    files: ["**/*.js"],
    extends: [js.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: globals.browser },
    rules: {
      "array-callback-return": "error",
      // The pages' content security policy forbids these; a script that needs them would fail only in the browser.
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      // Properties of the window that are easily taken for a variable of one's own.
      "no-restricted-globals": ["error", "closed", "event", "find", "length", "name", "origin", "parent", "screen", "status", "stop", "top"],
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unreachable-loop": "error",
    },
  },
  {
    // Classic scripts: the build writes HELD in front of the service worker.
    files: ["static/service-worker.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, HELD: "readonly" } },
  },
  {
    // For browsers without script modules.
    files: ["static/old-browser.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
  },
  { files: ["eslint.config.js"], languageOptions: { globals: globals.node } },
]);
