/** A group of fields in the properties panel. */
export interface GroupSpec {
  readonly label: string;
  readonly tooltip?: string;
  readonly openByDefault?: boolean;
}
