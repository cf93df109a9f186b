/** Version of a Camunda 8 engine. */
export interface EngineVersion {
  readonly major: number;
  readonly minor: number;
}

/** The first two numbers of `8.6.0`; undefined for anything else. */
export function parseEngineVersion(text: string | undefined): EngineVersion | undefined {
  const [, major, minor] = /^(\d{1,4})\.(\d{1,4})(?:[.+-].*)?$/.exec(text ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

export function isBefore(version: EngineVersion, other: EngineVersion): boolean {
  return version.major === other.major ? version.minor < other.minor : version.major < other.major;
}

export function engineText({ major, minor }: EngineVersion): string {
  return `${major}.${minor}`;
}
