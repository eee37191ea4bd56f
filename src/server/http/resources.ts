import { routes, type Route, type RouteName } from '../../contract/routes.js';
import { PUBLIC, tagged } from './cache.js';
import type { Handler, Resource } from './call.js';
import { events, type Streams } from './events.js';
import { reads } from './reads.js';
import { shopResources } from './shop.js';
import { writes } from './writes.js';

/** The table of everything that lies below `{endpoint}`: the contract's routes, each with its handler. */

const contractRoutes = Object.entries(routes) as [RouteName, Route][];

/**
 * @param streams where open streams are kept
 * @param openapi the document that describes the endpoint, served at `/openapi.json` when given
 */
export function resourceTable(streams: Streams, openapi?: unknown): readonly Resource[] {
  const announced = new Set<string>();
  const handlers: Partial<Record<RouteName, Handler>> = {
    ...reads(announced),
    ...writes,
    events: events(streams),
  };
  for (const [name, { capability }] of contractRoutes) {
    if (capability !== undefined && handlers[name]) announced.add(capability);
  }
  const served = contractRoutes.map(([name, { method, path, access, key }]) => ({
    name,
    method,
    path,
    access,
    key: key ?? false,
    handler: handlers[name],
  }));
  const described: Resource = {
    name: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    access: 'none',
    handler: ({ request }) => tagged(request, openapi, { 'Cache-Control': PUBLIC }),
  };
  return [...served, ...shopResources, ...(openapi === undefined ? [] : [described])];
}
