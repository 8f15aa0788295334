import { defineToolRule } from '../rule';

export const configuration = defineToolRule({
  code: 'IMR903',
  name: 'configuration',
  severity: 'warning',
  fix: 'review',
  summary: 'A configuration file or pack contains something that this tool does not understand.',
  why: 'What the tool does not understand has no effect. For example, a misspelled rule name changes nothing, and nobody notices that a check is missing.',
  repair:
    'Correct the name or value; the nearest known one is offered. A broken entry is skipped, and the rest of the file is used.',
  examples: {
    bad: [
      {
        whole: `extends: [recomended]
          ^^^^^^^^^^
rules:
  mising-conclusion: error
  ^^^^^^^^^^^^^^^^^
  IMR503: info
          ^^^^
ignores: ["**/archive/**"]
^^^^^^^
`,
      },
    ],
    good: [
      {
        whole: `extends: [recommended]
rules:
  missing-conclusion: error
  IMR503: information
ignore: ["**/archive/**"]
`,
      },
    ],
  },
});
