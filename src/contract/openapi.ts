import { z } from 'zod';
import { PROBLEM_BASE, problems } from './problems.js';
import { routes, type Route } from './routes.js';
import * as schemas from './schema/index.js';

/** Draws the OpenAPI 3.1 document from the same schemas and routes that both ends run on. */

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Zod marks what it was told for the decoder; that is nobody's business outside. */
function clean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(clean);
  if (typeof node !== 'object' || !node) return node;
  const hidden = new Set(['$schema', '$id', 'id', 'atom', 'openUnion', 'additionalProperties']);
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => {
        const isOurs = key === 'id' ? typeof value === 'string' : hidden.has(key);
        // A field of the contract may be called `id` too: that one holds a schema.
        return !isOurs || (key === 'additionalProperties' && typeof value === 'object');
      })
      .map(([key, value]) => [key, clean(value)]),
  );
}

function components(): Json {
  const registry = z.registry<{ id: string }>();
  for (const schema of Object.values(schemas)) {
    const id = schema instanceof z.ZodType ? schema.meta()?.id : undefined;
    if (id && schema instanceof z.ZodType) registry.add(schema, { id });
  }
  const { schemas: drawn } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  return clean(drawn) as Json;
}

const header = (name: string, description: string, required = false) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const query = (name: string, description: string, schema: Json = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});

const locale = query('locale', 'BCP 47 tag of the wanted language; Accept-Language otherwise.');
const paging = [
  query('limit', 'How many items, 1 to 100.', { type: 'integer', minimum: 1, maximum: 100 }),
  query('cursor', 'Where the page before ended: its `next`.'),
];

/** Query parameters that a route takes beyond its path. */
const parameters: Record<string, Json[]> = {
  bootstrap: [query('rev', 'The reader’s `programRev`: the same answers `program: null`.'), locale],
  program: [locale],
  me: [locale],
  activity: [...paging, query('kind', 'Only lines of this kind.'), locale],
  vouchers: [...paging, query('status', 'Only vouchers of this status.'), locale],
  voucher: [locale],
  events: [
    query('ticket', 'As in `live.events` of the bootstrap document: opens one stream, for 30 s.'),
    header(
      'Last-Event-ID',
      'The newest revision that was heard: resumes with a used ticket, or is told `event: reset`.',
    ),
  ],
  board: [
    ...paging,
    query('around', '`me`: the page around the member’s own place.', {
      type: 'string',
      enum: ['me'],
    }),
    locale,
  ],
};

function operation(name: string, route: Route): Json {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: ref('Id'),
  }));
  const key = route.key
    ? [header('Idempotency-Key', 'One key per intent of the shopper, quoted or bare.', true)]
    : [];
  const content = (schema: string, type = 'application/json') => ({
    content: { [type]: { schema: ref(schema) } },
  });
  return {
    operationId: name,
    ...(route.capability && {
      description: `Announced by the capability \`${route.capability}\`.`,
    }),
    security: ['none', 'ticket'].includes(route.access)
      ? []
      : route.access === 'optional'
        ? [{}, { token: [] }]
        : [{ token: [route.access] }],
    parameters: [...path, ...key, ...(parameters[name] ?? [locale])],
    ...(route.body && { requestBody: { required: true, ...content(route.body) } }),
    responses: {
      200:
        route.access === 'ticket'
          ? {
              description:
                'A stream: `event: changes` with the changes and their `rev` as id; `event: program` ' +
                'with `{rev}` when the definitions are others; `event: reset` when all is to be read ' +
                'anew. A comment every 20 s.',
              ...content(route.answer, 'text/event-stream'),
            }
          : { description: 'Done.', ...content(route.answer) },
      ...(route.key && {
        202: { description: 'Taken; the voucher is still pending.', ...content(route.answer) },
      }),
      default: { description: 'A problem.', ...content('Problem', 'application/problem+json') },
    },
  };
}

/** The whole document, ready for `JSON.stringify`. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation(name, route),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Loyalty contract',
      version: '1.0.0',
      description:
        'Stands between the widget and whatever keeps the points. Within v1 only additions: ' +
        'enums are open, unknown fields are ignored.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: '{endpoint}',
        description: 'The shop configures it whole; the publishable key is its last part.',
        variables: { endpoint: { default: 'https://shop.example/loyalty/v1/pk_demo' } },
      },
    ],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Signed by the shop’s own server; lives five minutes. Claims: TokenClaims.',
        },
      },
    },
    'x-problems': Object.entries(problems).map(([code, kind]) => ({
      code,
      type: PROBLEM_BASE + code,
      ...kind,
    })),
  };
}
