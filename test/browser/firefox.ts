import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, type Connection } from './bidi.ts';

/** An icon may still be loading when its page is left. */
const leftIcon = /favicon\.svg.+A ServiceWorker intercepted the request/;

/** Switches off what Firefox does at its first start and nobody sees here. */
const settings = {
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.newtabpage.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.startup.homepage_override.mstone': 'ignore',
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	'dom.ipc.processPrelaunch.enabled': false,
	'extensions.update.enabled': false,
	'media.gmp-manager.updateEnabled': false,
	'toolkit.telemetry.enabled': false,
};

const names = ['firefox', 'firefox-esr'];
const startMs = 60_000;

/** A Firefox with one tab, driven by WebDriver BiDi, which it has by itself. */
export interface Firefox {
	/** Errors in its console, what the policy of a page refuses among them. */
	complaints: string[];
	open: (url: string) => Promise<void>;
	/** Runs a script in the page. What it returns is copied. */
	run: <Result, Given extends unknown[]>(
		script: (...given: Given) => Result | Promise<Result>,
		...given: Given
	) => Promise<Result>;
	/** Waits until a script in the page returns true. */
	until: <Given extends unknown[]>(
		script: (...given: Given) => boolean | Promise<boolean>,
		...given: Given
	) => Promise<void>;
	resize: (width: number, height: number) => Promise<void>;
	/** Presses keys one after the other: a letter, or the code of a key in WebDriver. */
	press: (keys: readonly string[], held?: string) => Promise<void>;
	/** Moves the pointer to a place in the window. */
	point: (x: number, y: number) => Promise<void>;
	close: () => Promise<void>;
}

/** The program of `FIREFOX_PATH`, or the first on the path. */
export function findFirefox(environment = process.env): string | undefined {
	const chosen = environment.FIREFOX_PATH?.trim();
	if (chosen) return chosen;
	const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Starts it with a profile of its own. */
export async function launchFirefox(path: string): Promise<Firefox> {
	const profile = await mkdtemp(join(tmpdir(), 'handbook-firefox-'));
	const lines = Object.entries(settings).map(
		([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
	);
	await writeFile(join(profile, 'user.js'), lines.join(''));
	const args = ['--headless', '--remote-debugging-port=0', '--no-remote', '--profile', profile];
	const program = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const ended = new Promise((resolve) => program.once('exit', resolve));
	const end = async () => {
		program.kill();
		await ended;
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const connection = await connect(`${await readAddress(program)}/session`);
		return { ...(await openTab(connection)), close: () => connection.close().then(end) };
	} catch (error) {
		await end();
		throw error;
	}
}

function readAddress(program: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		const fail = (why: string) => {
			reject(new Error(`Firefox could not be driven: ${why}`));
		};
		setTimeout(fail, startMs, 'it did not say where').unref();
		program.once('error', ({ message }) => {
			fail(message);
		});
		program.once('exit', (code) => {
			fail(`it ended with ${String(code)}`);
		});
		createInterface(program.stderr!).on('line', (line) => {
			const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
			if (address !== undefined) resolve(address);
		});
	});
}

async function openTab({ send, on }: Connection): Promise<Omit<Firefox, 'close'>> {
	await send('session.new', { capabilities: {} });
	await send('session.subscribe', { events: ['log.entryAdded'] });
	const { context } = (await send('browsingContext.create', { type: 'tab' })) as {
		context: string;
	};
	const complaints: string[] = [];
	on('log.entryAdded', (entry) => {
		const { level, text } = entry as { level: string; text: string | null };
		if (level === 'error' && !leftIcon.test(String(text))) complaints.push(String(text));
	});
	const act = (actions: object) => send('input.performActions', { context, actions: [actions] });
	const run: Firefox['run'] = async (script, ...given) => {
		const expression = `Promise.resolve((${String(script)})(...${JSON.stringify(given)})).then((result) => JSON.stringify(result) ?? 'null')`;
		const answer = (await send('script.evaluate', {
			expression,
			target: { context },
			awaitPromise: true,
		})) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
		return JSON.parse(answer.result!.value) as Awaited<ReturnType<typeof script>>;
	};
	return {
		complaints,
		run,
		open: async (url) => {
			await send('browsingContext.navigate', { context, url, wait: 'complete' });
		},
		until: async (script, ...given) => {
			const stop = Date.now() + 30_000;
			while (!(await run(script, ...given))) {
				if (Date.now() > stop) throw new Error(`In vain: ${String(script)}`);
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		},
		resize: async (width, height) => {
			await send('browsingContext.setViewport', { context, viewport: { width, height } });
		},
		press: async (keys, held) => {
			const stroke = (value: string) => [
				{ type: 'keyDown', value },
				{ type: 'keyUp', value },
			];
			const strokes = keys.flatMap(stroke);
			const [down, up] = held === undefined ? [] : stroke(held);
			const actions = down && up ? [down, ...strokes, up] : strokes;
			await act({ type: 'key', id: 'keys', actions });
		},
		point: async (x, y) => {
			const [near, there] = [x - 1, x].map((at) => ({
				type: 'pointerMove',
				x: Math.round(at),
				y: Math.round(y),
			}));
			await act({ type: 'pointer', id: 'mouse', actions: [near, there] });
		},
	};
}
