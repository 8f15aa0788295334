// The module that VS Code runs: in the extension host of Node, in that of the browser, under `@vscode/test-electron`.
import './activation';
import './editor';
import './letters';
import './detection';
import './quick-fixes';
import './setting-files';
import './commands';
import './composing';
import './writing';
import './quiet';
import './lookups';
import './marks';
import './determination';
import './workbench';
import './importing';
import './signing';
import './published-letters';
import './pictures';

export { run } from './run';
