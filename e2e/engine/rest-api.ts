import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly status: number;
  readonly contentType: string;
  readonly answer: string;
}

/** The parts of an OpenAPI 3.0 document that are looked at. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly responses?: Readonly<Record<string, Answer>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>;
}

interface Answer {
  readonly content?: Content;
}

type Content = Readonly<Record<string, object>>;

/** Where an operation stands in the document, with the values of its path. */
interface Found {
  readonly pointer: readonly string[];
  readonly operation: Operation;
  readonly values: Readonly<Record<string, string>>;
}

/** Says what of an exchange is not as the document has it; empty: it is all right. */
export type RestApiCheck = (exchange: Exchange) => string[];

/** @param text an OpenAPI 3.0 document, as YAML @param base what stands before each of its paths */
export function createRestApiCheck(text: string, base: string): RestApiCheck {
  // The document says itself what it is; what is not of this shape fails in the check.
  const document = parse(text, withoutIdleNullable) as Document;
  // Not strict: OpenAPI has words of its own. Formats are names of Camunda's types, save for the size of integers.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  ajv.addFormat('int32', { type: 'number', validate: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31 });
  ajv.addSchema(document, 'api');

  const problems = (pointer: readonly string[], value: unknown, what: string): string[] => {
    const $ref = `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate: ValidateFunction = ajv.getSchema($ref) ?? ajv.compile({ $ref });
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${what}${instancePath} ${message ?? 'is wrong'}`,
    );
  };

  const jsonProblems = (pointer: readonly string[], type: string, content: Content, json: string, what: string) => {
    const named = type.split(';')[0]?.trim() ?? '';
    if (content[named] === undefined)
      return [`${what} is "${named}", not ${Object.keys(content).join(' or ') || 'empty'}`];
    return problems([...pointer, 'content', named, 'schema'], JSON.parse(json), what);
  };

  const request = ({ pointer, operation, values }: Found, { headers, body }: Exchange): string[] => {
    const wrong = (operation.parameters ?? []).flatMap((parameter, at) =>
      parameter.in === 'path'
        ? problems([...pointer, 'parameters', String(at), 'schema'], values[parameter.name], parameter.name)
        : [],
    );
    const wanted = operation.requestBody;
    if (body === '') return wanted?.required === true ? [...wrong, 'the request has no body'] : wrong;
    if (wanted === undefined) return [...wrong, 'the request has a body'];
    const type = String(headers['content-type'] ?? '');
    return [...wrong, ...jsonProblems([...pointer, 'requestBody'], type, wanted.content, body, 'the request')];
  };

  const response = ({ pointer, operation }: Found, { status, contentType, answer }: Exchange): string[] => {
    const named = operation.responses[String(status)];
    if (named === undefined) return [`the status ${status} is none of ${Object.keys(operation.responses).join(', ')}`];
    const shared = '$ref' in named ? named.$ref.split('/').slice(1) : undefined;
    const { content }: Answer =
      '$ref' in named ? (document.components?.responses?.[shared?.at(-1) ?? ''] ?? {}) : named;
    if (content === undefined) return answer === '' ? [] : ['the answer has a body'];
    const place = shared ?? [...pointer, 'responses', String(status)];
    return jsonProblems(place, contentType, content, answer, 'the answer');
  };

  return (exchange) => {
    const found = find(document, exchange, base);
    if (found === undefined) return [`there is no ${exchange.method} ${exchange.path}`];
    return [...request(found, exchange), ...response(found, exchange)];
  };
}

/** `nullable` counts only beside a `type`; the validator refuses it elsewhere. */
// https://spec.openapis.org/oas/v3.0.3#schema-object
function withoutIdleNullable(_key: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'nullable'));
}

function find({ paths }: Document, { method, path }: Exchange, base: string): Found | undefined {
  if (!path.startsWith(`${base}/`)) return undefined;
  const parts = path.slice(base.length).split('/');
  const verb = method.toLowerCase();
  const matches = Object.entries(paths).flatMap(([template, operations]): Found[] => {
    const wanted = template.split('/');
    const operation = operations[verb];
    if (operation === undefined || wanted.length !== parts.length) return [];
    const pairs = wanted.map((part, at) => [part, parts[at] ?? ''] as const);
    if (!pairs.every(([part, value]) => part === value || part.startsWith('{'))) return [];
    const values = pairs.flatMap(([part, value]) => (part.startsWith('{') ? [[part.slice(1, -1), value]] : []));
    return [
      { pointer: ['paths', template, verb], operation, values: Object.fromEntries(values) as Record<string, string> },
    ];
  });
  // A path that is written out counts more than one with a parameter.
  // https://spec.openapis.org/oas/v3.0.3#paths-object
  return matches.sort((one, other) => Object.keys(one.values).length - Object.keys(other.values).length)[0];
}
