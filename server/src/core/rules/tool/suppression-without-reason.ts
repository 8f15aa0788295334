import { defineToolRule } from '../rule';

export const suppressionWithoutReason = defineToolRule({
  code: 'IMR902',
  name: 'suppression-without-reason',
  severity: 'warning',
  fix: null,
  summary: 'A finding is suppressed without a reason.',
  why: 'The next reader must be able to tell a deliberate exception from a finding that was in the way. A suppression without a reason hides nothing.',
  repair: 'Say in a few words, in "reason", why the finding does not count here.',
  examples: {
    bad: [
      {
        whole: `{
  "version": 1,
  "suppressions": [
    { "rule": "IMR503", "item": null, "text": "0123456789abcdef", "letter": "a.txt", "reason": "" }
                                                                                               ^^
  ]
}
`,
      },
    ],
    good: [
      {
        whole: `{
  "version": 1,
  "suppressions": [
    { "rule": "IMR503", "item": null, "text": "0123456789abcdef", "letter": "a.txt", "reason": "printed so in the record" }
  ]
}
`,
      },
    ],
  },
});
