import type { Log, PhysicalLocation, Region, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { type Fix, positionAt, type Rule, type Severity, type SourceText, type Span } from '../../core/index';
import { toUri } from './escape';
import type { CheckedLetter, CreateReport } from './report';

/** SARIF 2.1.0, for code scanning and its viewers; written letter by letter. */
export const createSarifReport: CreateReport = ({ version, rules }) => {
  const ruleIndex = new Map(rules.map((rule, i) => [rule.code, i]));
  let count = 0;
  const asText = (result: Result): string => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(result)}`;
  return {
    start: () => start(version, rules),
    letter: (checked) => toResults(checked, ruleIndex).map(asText).join(''),
    end: (_, unread) => `\n],"invocations":${JSON.stringify([invocation(unread)])}}]}\n`,
  };
};

/** The log as far as its results: whatever is known before the first letter. */
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

function toResults({ path, analysis, problems }: CheckedLetter, ruleIndex: ReadonlyMap<string, number>): Result[] {
  const { source } = analysis.letter;
  const uri = toUri(path);
  return problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: ruleIndex.get(problem.code) ?? -1,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: locate(uri, source, problem.span),
        ...(problem.item && { logicalLocations: [{ name: problem.item, kind: 'decision' }] }),
      },
    ],
    ...(problem.related?.length && {
      relatedLocations: problem.related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: locate(uri, source, place.span),
      })),
    }),
    ...(problem.fixes?.length && { fixes: problem.fixes.map((fix) => toFix(fix, uri, source)) }),
    properties: { rule: problem.rule, severity: problem.severity },
  }));
}

function locate(uri: string, source: SourceText, span: Span): PhysicalLocation {
  return { artifactLocation: { uri }, region: toRegion(source, span) };
}

/** Lines and columns from 1, the end column behind the last character; offsets from 0. */
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

/** What could not be read makes a run incomplete, which a viewer should know. */
function invocation(unread: readonly string[]) {
  return {
    executionSuccessful: unread.length === 0,
    ...(unread.length > 0 && {
      toolExecutionNotifications: unread.map((text) => ({ level: 'error', message: { text } })),
    }),
  };
}
