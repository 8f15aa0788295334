// The module that VS Code runs with `--poison`: an extension whose worker has a rule that no bundle that ships has.
import './poison';

export { run } from './run';
