/** What differs between the hosts, for the report. */
export interface Runtime {
  readonly host: 'node' | 'browser';
}
