// Finds faults in the scripts of static/. Questions of style are left alone.

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
      // Properties of the window that are easily mistaken for a local variable.
      "no-restricted-globals": ["error", "closed", "event", "find", "length", "name", "origin", "parent", "screen", "status", "stop", "top"],
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unreachable-loop": "error",
    },
  },
  {
    // A classic script, at the start of which the build writes HELD.
    files: ["static/service-worker.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, HELD: "readonly" } },
  },
  {
    // Also for browsers without script modules.
    files: ["static/old-browser.js", "static/base.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
  },
  { files: ["eslint.config.js"], languageOptions: { globals: globals.node } },
]);
