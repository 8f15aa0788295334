import { defineToolRule } from '../rule';

export const suppressionWithoutReason = defineToolRule({
  code: 'IMR902',
  name: 'suppression-without-reason',
  severity: 'warning',
  fix: null,
  summary: 'A finding is suppressed and nobody said why.',
  why: 'Whoever reads the letter next must be able to tell a judged exception from a finding that was in the way. A suppression without a reason hides nothing.',
  repair: 'Write in a few words why the finding does not count here, in "reason".',
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
