const source = '(?:MTUS|ACOEM|Medical Treatment Utilization Schedule)';
const silence =
  '(?:silent|silence|not (?:\\w{2,14} ){0,2}(?:address(?!\\))|discuss|mention|cover|contain|provide|include|give|offer|comment|apply|speak|have|make|refer|list|specific)|(?:no|any|without) (?:\\w{2,14} ){0,3}(?:recommendations?|guidelines?|guidance|mention|reference|discussion|criteria|evidence|information|section|citations?)|insufficient|lacks?|absen(?:t|ce)|fails? to|nothing)';
/** `The MTUS does not address …`, `CA-MTUS is silent`, `not addressed by the MTUS`, `no recommendation in the MTUS`. */
const silent = new RegExp(
  `\\b${source}\\b[^.;]{0,90}?\\b${silence}|\\b(?:not (?:\\w{2,14} ){0,2}(?:addressed|discussed|mentioned|covered|found|included|listed)|silen(?:t|ce)|no (?:\\w{2,14} ){0,2}(?:recommendations?|guidelines?|mention|reference|guidance))\\b[^.;]{0,50}?\\b${source}\\b`,
  'i',
);

/** Some sentence says that the MTUS does not speak of the request; read widely, so that only true silence about it is reported. */
export function isSilenceStated(rationale: string): boolean {
  return silent.test(rationale);
}

/** The MTUS as a whole, not one of its guidelines, is the subject of a sentence that calls it silent. */
const declared =
  /^(?:however, |since |as |because |while |although |note that |in this case, )?(?:the )?(?:(?:CA|California|current)[- ]?)?(?:MTUS|Medical Treatment Utilization Schedule)(?: (?:\/ ?|and |or |& )?(?:the )?ACOEM)?(?: (?:treatment )?guidelines?)? (?:is|are|remains?|does|do|did|has|have|contains?|offers?|makes?|provides?|gives?) (?:(?:completely|entirely|otherwise|specifically) )?(?:silent\b|not (?:\w{2,14} ){0,2}(?:address|discuss|mention|cover|comment|speak)|no (?:\w{2,14} ){0,2}(?:recommendations?|guidance|mention|discussion|section))/i;

/** A sentence says that the MTUS does not address the matter; read narrowly. */
export function declaresSilence(sentence: string): boolean {
  return declared.test(sentence);
}
