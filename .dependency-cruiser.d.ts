import type { ICruiseOptions, IFlattenedRuleSet, IResolveOptions } from 'dependency-cruiser';

export declare const ROOMS: Readonly<Record<string, readonly string[]>>;
export declare const HOSTS: readonly string[];
export declare const TESTS: string;

declare const configuration: {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  readonly options: Omit<ICruiseOptions, 'exclude'> & {
    readonly exclude: { readonly path: string };
    readonly enhancedResolveOptions: IResolveOptions;
  };
};

export default configuration;
