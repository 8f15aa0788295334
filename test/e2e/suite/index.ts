// The module that VS Code runs: in the extension host of Node, in that of the browser, under `@vscode/test-electron`.
import './activation';
import './editor';
import './letters';
import './detection';
import './quick-fixes';
import './setting-files';
import './composing';
import './writing';
import './quiet';
import './lookups';
import './marks';
import './determination';
import './workbench';
// Behind what needs the whole height of the side bar: it opens every view.
import './commands';
import './importing';
import './signing';
import './published-letters';
import './pictures';

export { run } from './run';
