import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { root } from './steps.mjs';

/** How many lines of a command that went well are worth showing. */
const SUMMARY = 15;

/**
 * Runs commands side by side, one in each lane; when one has ended, its lane takes the next in order.
 * What a command prints is shown when it has ended, so that two do not speak at once: its last lines,
 * or all of it when it has failed. The first that fails ends them all, and has the last word.
 * @param {number} lanes how many at once
 * @param {{ name: string, command: string[], env?: Record<string, string>, after?: string }[]} steps
 *   `after` names the step that must have ended well before
 * @throws when one has failed, after its output has been shown
 */
export async function sideBySide(lanes, steps) {
  const waiting = [...steps];
  const running = new Map();
  const done = new Set();
  let isOver = false;

  async function lane() {
    while (waiting.length > 0 && !isOver) {
      const at = waiting.findIndex(({ after: first }) => !first || done.has(first));
      if (at < 0) {
        if (running.size === 0) throw new Error(`nothing does what ${waiting[0].name} waits for`);
        await Promise.race(running.values());
        continue;
      }
      const [step] = waiting.splice(at, 1);
      const child = start(step);
      const end = ended(child, step, () => isOver);
      running.set(
        child,
        end.catch(() => undefined),
      );
      try {
        await end;
        done.add(step.name);
      } catch (error) {
        if (isOver) return;
        isOver = true;
        throw error;
      } finally {
        running.delete(child);
      }
    }
  }

  const stop = () => [...running.keys()].forEach(end);
  const interrupted = () => {
    stop();
    process.exit(130);
  };
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  const all = Array.from({ length: lanes }, lane);
  try {
    await Promise.all(all);
  } finally {
    stop();
    await Promise.allSettled(all);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

const isWindows = process.platform === 'win32';

function start({ name, command: [file, ...args], env }) {
  console.log(`--- ${name}`);
  return spawn(file, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm and npx are scripts there.
    shell: isWindows,
    // A group of its own, which can be ended with the browsers and servers that it starts.
    detached: !isWindows,
    env: { ...process.env, ...env },
  });
}

function ended(child, { name, command }, isOver) {
  const started = Date.now();
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', async (code, signal) => {
      // What it started may outlive it and hold the pipe; its last words come at once.
      await Promise.race([once(child, 'close'), after(1000, undefined, { ref: false })]);
      const seconds = Math.round((Date.now() - started) / 1000);
      if (isOver()) {
        // What runs in the background of a shell hears no Ctrl+C.
        tell(child, 'SIGTERM');
        console.log(`--- ${name} was ended after ${seconds} s`);
        resolve();
        return;
      }
      const lines = Buffer.concat(said).toString().trimEnd().split('\n');
      console.log((code === 0 ? lines.slice(-SUMMARY) : lines).join('\n'));
      console.log(`--- ${name}: ${seconds} s`);
      if (code === 0) resolve();
      else reject(new Error(`${name} failed: ${command.join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** How long a command that is to end may take for it, in milliseconds. */
const PATIENCE = 10_000;

/** As by Ctrl+C: some start servers in groups of their own, and end them then alone. */
function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  tell(child, 'SIGINT');
  setTimeout(() => tell(child, 'SIGKILL'), PATIENCE).unref();
}

/** Tells a command and all it has started. */
function tell(child, signal) {
  try {
    if (isWindows) child.kill();
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}
