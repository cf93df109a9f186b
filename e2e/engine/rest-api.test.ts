import { describe, expect, it } from 'vitest';
import { createRestApiCheck, type Exchange } from './rest-api.ts';

const DOCUMENT = `
openapi: "3.0.3"
paths:
  /things/list:
    get:
      responses:
        "200": { content: { application/json: { schema: { type: array } } } }
  /things/{key}:
    get:
      parameters: [{ name: key, in: path, required: true, schema: { $ref: "#/components/schemas/Key" } }]
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
    put:
      parameters: [{ name: key, in: path, required: true, schema: { $ref: "#/components/schemas/Key" } }]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
      responses:
        "204": { description: done }
        "404": { $ref: "#/components/responses/NotThere" }
components:
  responses:
    NotThere:
      content: { application/problem+json: { schema: { type: object, required: [title] } } }
  schemas:
    Key: { type: string, pattern: "^[0-9]+$", format: Key }
    Thing:
      type: object
      additionalProperties: false
      required: [count]
      properties:
        count: { type: integer, format: int32 }
        note: { type: string, nullable: true }
        key: { nullable: true, allOf: [{ $ref: "#/components/schemas/Key" }] }
`;

const right: Exchange = {
  method: 'PUT',
  path: '/v2/things/12',
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '{"count":1,"note":null}',
  status: 204,
  contentType: '',
  answer: '',
};
const problem = { status: 404, contentType: 'application/problem+json' };

describe('the check by an OpenAPI document', () => {
  const check = createRestApiCheck(DOCUMENT, '/v2');

  it.each<[string, Partial<Exchange>]>([
    ['a request with an empty answer', {}],
    ['a shared answer', { ...problem, answer: '{"title":"NOT_FOUND"}' }],
    [
      'a path that is written out beside one with a parameter',
      { method: 'GET', path: '/v2/things/list', body: '', status: 200, contentType: 'application/json', answer: '[]' },
    ],
  ])('finds nothing in %s', (_name, changes) => {
    expect(check({ ...right, ...changes })).toEqual([]);
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['a path', { path: '/v2/other' }, 'there is no PUT /v2/other'],
    ['a base', { path: '/things/12' }, 'there is no PUT /things/12'],
    ['a method', { method: 'POST' }, 'there is no POST /v2/things/12'],
    ['a parameter', { path: '/v2/things/a' }, 'key must match pattern "^[0-9]+$"'],
    ['no body', { body: '' }, 'the request has no body'],
    ['a body that is not asked for', { method: 'GET', status: 404 }, 'the request has a body'],
    ['a type of the body', { headers: {} }, 'the request is "", not application/json'],
    ['a member that is not known', { body: '{"count":1,"more":1}' }, 'the request must NOT have additional properties'],
    ['a member that is missing', { body: '{}' }, "the request must have required property 'count'"],
    ['a type', { body: '{"count":"1"}' }, 'the request/count must be integer'],
    ['a size', { body: '{"count":2147483648}' }, 'the request/count must match format "int32"'],
    ['a status', { status: 200 }, 'the status 200 is none of 204, 404'],
    ['an answer where none should be', { answer: '{}' }, 'the answer has a body'],
    ['an answer', { ...problem, answer: '{}' }, "the answer must have required property 'title'"],
    ['a type of the answer', { status: 404, answer: '{}' }, 'the answer is "", not application/problem+json'],
  ])('finds %s that is wrong', (_name, changes, found) => {
    expect(check({ ...right, ...changes })).toContain(found);
  });
});
