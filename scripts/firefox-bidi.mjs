#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import WebSocket, { WebSocketServer } from 'ws';

/**
 * Firefox ESR as Playwright wants it. Playwright speaks WebDriver BiDi of Firefox's newest version and
 * gives up where ESR does not know a command; those that a journey can do without are answered here
 * as done. Everything else goes through as it is.
 *
 * Started in Firefox's place (`executablePath`): says its own address where Firefox says its.
 */
const DISPENSABLE = new Set([
  'emulation.setMediaFeaturesOverride',
  'emulation.setScreenSettingsOverride',
]);

const firefox = spawn(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => firefox.kill(signal));

/** Relays one connection, answering what Firefox need not hear. */
function relay(client, address) {
  const server = new WebSocket(address, { perMessageDeflate: false });
  const waiting = [];
  const send = (text) =>
    server.readyState === WebSocket.OPEN ? server.send(text) : void waiting.push(text);
  server.on('open', () => waiting.splice(0).forEach((text) => server.send(text)));
  server.on('message', (data) => client.send(data.toString()));
  server.on('close', () => client.close());
  server.on('error', () => client.close());
  client.on('close', () => server.close());
  client.on('message', (data) => {
    const text = data.toString();
    const { id, method } = JSON.parse(text);
    if (!DISPENSABLE.has(method)) return send(text);
    client.send(JSON.stringify({ type: 'success', id, result: {} }));
  });
}

for await (const line of createInterface({ input: firefox.stderr })) {
  const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
  if (!address) {
    process.stderr.write(`${line}\n`);
    continue;
  }
  const proxy = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  proxy.on('connection', (client, { url }) => relay(client, address + url));
  proxy.on('listening', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${proxy.address().port}\n`);
  });
}
