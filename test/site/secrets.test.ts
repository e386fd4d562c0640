import { cp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teams } from '../fixtures/teams.ts';
import { planted } from '../gitlab/planted.ts';
import { Checkout as Puller } from '../pull/checkout.ts';
import { copyCheckout, type Checkout } from './checkout.ts';
import { findHolders, readTexts } from './files.ts';
import { startSite, type StartedSite } from './start-site.ts';

let puller: Puller;
let checkout: Checkout;
let site: StartedSite;
let squatter: Server;
/** Nothing listens there, so that nothing is pulled. */
const nobody = 'http://127.0.0.1:9';
/** All that the chain from GitLab to the site has left behind: files of both steps, and what was printed. */
let texts: Map<string, string>;

beforeAll(async () => {
	[puller, checkout] = await Promise.all([Puller.create(), copyCheckout(teams.kettle)]);
	const { code } = await puller.pull('--strict');
	expect(code).toBe(0);
	const snapshot = join(checkout.folder, 'content/snapshot');
	await rm(snapshot, { recursive: true, force: true });
	await cp(join(puller.root, 'content/snapshot'), snapshot, { recursive: true });
	await copyHistory();
	await writeNosyPage();
	squatter = createServer()
		.listen(4321, '127.0.0.1')
		.on('error', () => {
			// Somebody else has taken the port: all the better.
		});
	site = await startSite(checkout.folder, {
		GITLAB_TOKEN: planted.token,
		GITLAB_URL: nobody,
		TEAM_YML_URL: `${nobody}/team.yml`,
		NODE_OPTIONS: `--disable-warning=${planted.token}`,
		PUBLIC_TOKEN: planted.token,
	});
	const [dist, log] = [join(checkout.folder, 'dist'), site.log()];
	texts = new Map([
		...prefixed('snapshot', await readTexts(snapshot)),
		...prefixed('history', await readTexts(join(checkout.folder, 'content/history')).catch(none)),
		...prefixed('dist', await readTexts(dist)),
		['log of the pull', puller.log],
		['log of the render', log],
	]);
});

afterAll(async () => {
	squatter.close();
	await site.stop();
	await Promise.all([puller[Symbol.asyncDispose](), checkout.remove()]);
});

/** A page is code: it may print all that it can see. */
async function writeNosyPage(): Promise<void> {
	await writeFile(join(checkout.folder, '.env'), `DOTENV_TOKEN=${planted.token}\n`);
	const page = [
		...['---', 'title: Nosy', 'description: Nosy.', 'owner: nobody', '---', ''],
		'Environment: {JSON.stringify(process.env)} {JSON.stringify(import.meta.env)}',
		'Tokens: {process.env.GITLAB_TOKEN} {import.meta.env.GITLAB_TOKEN} {import.meta.env.DOTENV_TOKEN}',
	];
	await writeFile(join(checkout.folder, 'content/handbook/about/nosy.mdx'), page.join('\n'));
}

/** A pull that keeps no history leaves none to be rendered. */
async function copyHistory(): Promise<void> {
	const history = join(checkout.folder, 'content/history');
	await rm(history, { recursive: true, force: true });
	await cp(join(puller.root, 'content/history'), history, { recursive: true }).catch(none);
}

function none(error: unknown): Map<string, string> {
	if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
	throw error;
}

function prefixed(place: string, files: ReadonlyMap<string, string>): [string, string][] {
	return [...files].map(([path, text]) => [`${place}/${path}`, text]);
}

test('what is public has come all the way, into pages and into the search', async () => {
	const { rows } = await puller.snapshot();
	const issue = rows.issues.find(({ title }) => title.startsWith('Carry over '))!;
	const holders = findHolders(texts, issue.title);
	expect(holders).toContain('snapshot/issues.json');
	expect(holders).toContain('dist/roadmap/index.html');
	expect(holders.some((name) => name.startsWith('dist/pagefind/fragment/'))).toBe(true);
	expect(findHolders(texts, rows.members[0]!.name)).toContain('dist/team/people/index.html');
});

test('a page that prints its environment prints no more than the site is made with', () => {
	const page = texts.get('dist/about/nosy/index.html')!;
	expect(page).toContain('BASE_URL');
	expect(page).toContain('PATH');
	expect(page).not.toMatch(/GITLAB|PUBLIC_TOKEN|DOTENV_TOKEN&|NODE_OPTIONS/);
});

test('npm start without a network says in three lines what has happened and what is to be seen', () => {
	const lines = site
		.log()
		.split('\n')
		.filter((line) => !line.startsWith('Port '));
	expect(lines).toEqual([
		expect.stringMatching(/^The pull failed: \S/),
		expect.stringMatching(/^The site shows data from http:/),
		expect.stringMatching(/^The handbook is at /),
		'',
	]);
});

test('npm start serves on another port when its own is taken, and says on which', async () => {
	if (squatter.listening) expect(site.address).not.toContain(':4321/');
	const answer = await fetch(site.address);
	expect(await answer.text()).toBe(texts.get('dist/index.html'));
});

test('the secrets were there to be found', () => {
	const { world, requests } = puller.gitlab;
	expect(requests.some(({ token }) => token === planted.token)).toBe(true);
	expect(world.issues.map(({ title }) => title)).toEqual(
		expect.arrayContaining([planted.confidentialTitle, planted.privateTitle]),
	);
	const paths = world.projects.map(({ path }) => path);
	for (const name of [planted.privateProject, planted.undeclaredProject]) {
		expect(paths.some((path) => path.endsWith(name))).toBe(true);
	}
	const shares = [...world.projects, ...world.groups].flatMap(({ sharedWith }) => sharedWith);
	expect(shares.some(({ group }) => group === planted.privateGroup)).toBe(true);
	const files = world.projects.flatMap((project) => Object.values(project.files)).join('\n');
	for (const text of [planted.fileText, `@${planted.person}`]) expect(files).toContain(text);
});

test.each(Object.entries(planted))('no file and no log holds the planted %s', (_, secret) => {
	const spellings = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
	for (const spelling of spellings) expect(findHolders(texts, spelling)).toEqual([]);
});

test('no file and no log holds an e-mail address, but those in licences, which go along whole', () => {
	const holders = findHolders(texts, /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i);
	expect(holders.filter((file) => file !== 'dist/licences.txt')).toEqual([]);
});
