import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { withLock } from '#store/lock.ts';

const root = join(import.meta.dirname, '../..');

const installed = [
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

interface Candidate {
	executablePath: string;
	env: Record<string, string>;
}

/**
 * Starts a browser without downloading one: that of `CHROME_PATH`, or else the Chromium that a package packs
 * for Linux on x64, else a Chrome or Chromium that is installed.
 *
 * @param args What it is started with, besides.
 * @throws with what to install, when there is none or none starts.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
	const failures: string[] = [];
	const chosen = fromEnvironment();
	const ways = chosen ? [() => chosen] : [packed, packedWithLibraries, fromSystem];
	for (const find of ways) {
		const candidate = await find();
		if (!candidate) continue;
		try {
			return await launch(candidate, args);
		} catch (error) {
			failures.push(`${candidate.executablePath}: ${String(error).slice(0, 500)}`);
		}
	}
	throw new Error(
		[
			'No browser could be started, so the pages cannot be tested as readers see them.',
			'Install Google Chrome or Chromium, or set CHROME_PATH to the program of one.',
			...failures,
		].join('\n'),
	);
}

/** Other hosts than this machine: none has an address. */
const noOthers = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** Visits keep nothing for later ones, and are seen: what a service worker asks for is not. A test may allow it. */
async function launch(
	{ executablePath, env }: Candidate,
	args: readonly string[],
): Promise<Browser> {
	const browser = await chromium.launch({
		executablePath,
		// Containers run as root and have little shared memory; only our own pages are opened.
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', noOthers, ...args],
		env: { ...(process.env as Record<string, string>), ...env },
	});
	const open = browser.newContext.bind(browser);
	browser.newContext = (options) => open({ serviceWorkers: 'block', ...options });
	return browser;
}

function fromEnvironment(): Candidate | undefined {
	const executablePath = process.env.CHROME_PATH?.trim();
	return executablePath ? { executablePath, env: {} } : undefined;
}

function fromSystem(): Candidate | undefined {
	const executablePath = installed.find((path) => existsSync(path));
	return executablePath === undefined ? undefined : { executablePath, env: {} };
}

async function packed(): Promise<Candidate | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const folder = await unpack();
	return {
		executablePath: join(folder, 'chromium'),
		// Its fonts are few: they are for machines that have none.
		env: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') },
	};
}

/** Small containers lack libraries that Chromium needs; the package has them, too. */
async function packedWithLibraries(): Promise<Candidate | undefined> {
	const candidate = await packed();
	if (!candidate) return undefined;
	const libraries = join(dirname(candidate.executablePath), 'al2023', 'lib');
	return { ...candidate, env: { ...candidate.env, LD_LIBRARY_PATH: libraries } };
}

/**
 * Unpacks once for each version. Where the package itself would unpack to, in the system's
 * temporary folder, there may be another version, or half of one after a run that was cut.
 */
async function unpack(): Promise<string> {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const bin = join(dirname(entry), '..', 'bin');
	const { version } = createRequire(import.meta.url)(join(bin, '../package.json')) as {
		version: string;
	};
	const cache = join(root, 'node_modules/.cache');
	const folder = join(cache, `chromium-${version}`);
	if (existsSync(folder)) return folder;

	await mkdir(cache, { recursive: true });
	const wait = () => undefined;
	// All workers of a first run come here at once.
	await withLock(`${folder}.lock`, wait, async () => {
		if (!existsSync(folder)) await unpackInto(folder, { bin, cache });
	});
	return folder;
}

async function unpackInto(
	folder: string,
	{ bin, cache }: { bin: string; cache: string },
): Promise<void> {
	const unpacking = await mkdtemp(join(cache, 'chromium-unpacking-'));
	const before = process.env.TMPDIR;
	try {
		process.env.TMPDIR = unpacking;
		const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
		await sparticuz.executablePath(bin);
		await inflate(join(bin, 'al2023.tar.br'));
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
	await rename(unpacking, folder);
}
