export { meantFlag, unknownName } from './flags.ts';
export { helpText, readmeTable, tablesIn, type Program } from './help.ts';
export {
  anyText,
  checked,
  listOf,
  milliseconds,
  oneOf,
  onOrOff,
  parsed,
  path,
  port,
  refusalOf,
  repeated,
  secret,
  text,
  wholeNumber,
  type Bounds,
  type Kind,
  type Reading,
} from './kinds.ts';
export {
  amount,
  amounts,
  option,
  toggle,
  variablesOf,
  withCheckedDefaults,
  withDefaults,
  type Option,
  type OptionsOf,
  type OptionTable,
  type PartialOptionsOf,
} from './option.ts';
export {
  EXIT,
  HELP_OPTIONS,
  packageVersion,
  processPort,
  refuseUsage,
  startProgram,
  type ExitCode,
  type ProcessPort,
  type Started,
} from './program.ts';
export { readOptions, type CommandLine, type OptionsResult } from './read-options.ts';
