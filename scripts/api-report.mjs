// Writes docs/api/imr-determinations.api.md: all that `import 'imr-determinations'` exports, by API Extractor from the compiler's
// declarations in dist/types. A test compares the checked-in report with a new one, so a change of the public interface shows in the diff
// of its commit. The documentation site makes its reference from the model.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('..', import.meta.url));
export const reportPath = 'docs/api/imr-determinations.api.md';
export const modelPath = 'dist/api/imr-determinations.api.json';

/**
 * Reads the declarations in the folder `types`, as `tsc -p tsconfig.library.json` writes them, and writes a report for people and a model
 * for tools to the given paths. Throws an Error with the extractor's messages when a declaration lacks a comment or contains a mistake.
 */
export function writeApi({ types, report, model }) {
  for (const path of [report, model]) mkdirSync(dirname(path), { recursive: true });
  const mistakes = [];
  const { succeeded } = Extractor.invoke(configure({ types, report, model }), {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const counts = [ExtractorLogLevel.Error, ExtractorLogLevel.Warning].includes(message.logLevel);
      if (counts && message.category !== 'console') mistakes.push(message.formatMessageWithLocation(root));
    },
  });
  if (!succeeded || mistakes.length > 0) throw new Error(mistakes.join('\n') || 'API Extractor failed');
}

function configure({ types, report, model }) {
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(types, 'library.d.ts'),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            lib: ['es2023'],
            types: [],
          },
          include: [join(types, '**/*.d.ts')],
        },
      },
      apiReport: {
        enabled: true,
        reportFolder: dirname(report),
        reportTempFolder: join(dirname(model), 'report'),
        reportFileName: 'imr-determinations',
      },
      docModel: { enabled: true, apiJsonFilePath: model },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'warning' },
          // All of it is public: the package exports nothing else.
          'ae-missing-release-tag': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'warning' } },
      },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeApi({ types: join(root, 'dist/types'), report: join(root, reportPath), model: join(root, modelPath) });
