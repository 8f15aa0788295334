import type {
  Log,
  LogicalLocation,
  PhysicalLocation,
  Region,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif';
import {
  type Fix,
  type Problem,
  positionAt,
  type Rule,
  type Severity,
  type SourceText,
  type Span,
  suppressionFor,
} from '../../core/index';
import { unitAt } from '../../import/imported-letter';
import { toUri } from './escape';
import { flatMessage } from './flat-message';
import type { AcceptedProblem, CreateReport, ReportedFile } from './report';

/** SARIF 2.1.0, for code scanning and viewers, written letter by letter. */
export const createSarifReport: CreateReport = ({ version, rules }) => {
  const ruleIndex = new Map(rules.map((rule, i) => [rule.code, i]));
  let count = 0;
  const asText = (result: Result): string => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(result)}`;
  return {
    start: () => start(version, rules),
    file: (file) => toResults(file, ruleIndex).map(asText).join(''),
    end: (_, unread) => `\n],"invocations":${JSON.stringify([invocation(unread)])}}]}\n`,
  };
};

/** The log up to its results: everything known before the first letter. */
function start(version: string, rules: readonly Rule[]): string {
  const log: Pick<Log, '$schema' | 'version'> = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
  };
  const driver = { name: 'imr', fullName: 'IMR Determination Letters', version, rules: rules.map(descriptor) };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits' };
  return `${JSON.stringify(log).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

function descriptor(rule: Rule): ReportingDescriptor {
  return {
    id: rule.code,
    name: rule.name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary} ${rule.why}` },
    help: { text: `${rule.why}\n\n${rule.repair}` },
    defaultConfiguration: { level: levels[rule.severity], enabled: !rule.offByDefault },
  };
}

const levels: Readonly<Record<Severity, NonNullable<ReportingConfiguration['level']>>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function toResults(file: ReportedFile, ruleIndex: ReadonlyMap<string, number>): Result[] {
  const toResult = (problem: Problem): Result => ({
    ruleIndex: ruleIndex.get(problem.code) ?? -1,
    ...resultOf(problem, file),
  });
  return [...file.problems.map(toResult), ...file.accepted.map((accepted) => toAccepted(accepted, toResult))];
}

/** Results that a viewer should know but not show as open. */
function toAccepted({ problem, by, reason }: AcceptedProblem, toResult: (problem: Problem) => Result): Result {
  const result = toResult(problem);
  if (by === 'baseline') return { ...result, baselineState: 'unchanged' };
  return { ...result, suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] };
}

function resultOf(problem: Problem, file: ReportedFile): Result {
  const { code, rule, severity, help, span, related = [], fixes = [] } = problem;
  const { source } = file;
  const uri = toUri(file.path);
  const logicalLocations = namedPlaces(problem, file);
  const relatedLocations = related.map((each, id) => ({
    id,
    message: { text: each.message },
    physicalLocation: locate(uri, source, each.span),
  }));
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: flatMessage(problem) },
    locations: [
      { physicalLocation: locate(uri, source, span), ...(logicalLocations.length > 0 && { logicalLocations }) },
    ],
    partialFingerprints: { 'imrText/v1': `${code}:${fingerprint(problem, source)}` },
    ...(relatedLocations.length > 0 && { relatedLocations }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(fix, uri, source)) }),
    properties: { rule, severity, ...(help && { help }) },
  };
}

/** The decision, and the page or paragraph of a document, whose lines nobody can see. */
function namedPlaces({ item, span }: Problem, { imported }: ReportedFile): LogicalLocation[] {
  const places: LogicalLocation[] = item ? [{ name: item, kind: 'decision' }] : [];
  if (imported) places.push({ name: `${imported.unit} ${unitAt(imported, span.start)}`, kind: imported.unit });
  return places;
}

/** The fingerprint of suppressions. It survives a reflow and changes elsewhere. */
function fingerprint(problem: Problem, source: SourceText): string {
  return suppressionFor(problem, source.text, '', '').text;
}

function locate(uri: string, source: SourceText, span: Span): PhysicalLocation {
  return { artifactLocation: { uri }, region: toRegion(source, span) };
}

/** Lines and columns from 1, the end column after the last character; offsets from 0. */
function toRegion(source: SourceText, span: Span): Region {
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function toFix({ title, edits }: Fix, uri: string, source: SourceText): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map((edit) => ({
    deletedRegion: toRegion(source, edit.span),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri }, replacements }] };
}

/** Unreadable files make a run incomplete, which viewers should know. */
function invocation(unread: readonly string[]) {
  return {
    executionSuccessful: unread.length === 0,
    ...(unread.length > 0 && {
      toolExecutionNotifications: unread.map((text) => ({ level: 'error', message: { text } })),
    }),
  };
}
