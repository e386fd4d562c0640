import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { browse } from '../browser/browse.ts';
import { wide } from '../browser/violations.ts';
import { renderPrepared } from '../site/read-site.ts';
import { checkout } from './checkout.ts';

/** One tab for all tasks: another takes as long as a task. */

const { dist } = await renderPrepared({}, undefined, checkout);
const { site, browser, close } = await browse(dist);
afterAll(close);
const page = await browser.newPage({ viewport: wide });
page.setDefaultTimeout(10_000);

interface Task {
	reader: 'is new here' | 'needs us' | 'changes the API';
	task: string;
	/** Names of links, from the first page on. */
	clicks: readonly (string | RegExp)[];
	/** A part of the text that answers. */
	answer: string | RegExp;
}

const tasks: readonly Task[] = [
	{
		reader: 'is new here',
		task: 'what to do today',
		clicks: ['First day'],
		answer: 'Join runner-group on GitLab.com',
	},
	{
		reader: 'is new here',
		task: 'which access to ask for',
		clicks: ['Access you need'],
		answer: 'How to check',
	},
	{
		reader: 'is new here',
		task: 'what I may merge',
		clicks: ['What you may merge'],
		answer: /two reviews/,
	},
	{
		reader: 'is new here',
		task: 'what a word means',
		clicks: ['Glossary'],
		answer: /autoscal/i,
	},
	{
		reader: 'is new here',
		task: 'who leads the team',
		clicks: ['members and counterparts'],
		answer: 'permanent members',
	},
	{
		reader: 'is new here',
		task: 'who reviews and who merges',
		clicks: ['reviewers and maintainers'],
		answer: 'They give the final review',
	},
	{
		reader: 'needs us',
		task: 'whom to ask',
		clicks: ['Find who answers'],
		answer: 'Get something done',
	},
	{
		reader: 'needs us',
		task: 'how to get a review',
		clicks: ['Get a code review'],
		answer: /picks a reviewer/,
	},
	{
		reader: 'needs us',
		task: 'help for a customer',
		clicks: ['Help for a customer'],
		answer: /open an issue in the customer/,
	},
	{
		reader: 'needs us',
		task: 'whether a bug will be fixed',
		clicks: ['Get a bug fixed'],
		answer: /depends on its score/,
	},
	{
		reader: 'needs us',
		task: 'who maintains a project',
		clicks: ['projects', 'GitLab Runner'],
		answer: 'Who maintains it',
	},
	{
		reader: 'needs us',
		task: 'which projects need work',
		clicks: [/^Fail a check/],
		answer: /\d+ fails?/,
	},
	{
		reader: 'needs us',
		task: 'whether the milestone will make it',
		clicks: ['Roadmap'],
		answer: /commitments? closed|is committed|starts on/,
	},
	{
		reader: 'changes the API',
		task: 'who a change breaks',
		clicks: ['Who a change breaks'],
		answer: 'Nothing chosen yet',
	},
	{
		reader: 'changes the API',
		task: 'when to announce a change',
		clicks: ['How we deprecate'],
		answer: /milestones? before|three milestones/i,
	},
	{
		reader: 'changes the API',
		task: 'what is deprecated',
		clicks: ['Endpoints'],
		answer: 'Deprecated',
	},
	{
		reader: 'changes the API',
		task: 'who calls an endpoint',
		clicks: ['Endpoints', 'GET /runners'],
		answer: /calls? it/i,
	},
	{
		reader: 'changes the API',
		task: 'what a consumer calls',
		clicks: ['Consumers', 'GitLab CLI'],
		answer: 'What it calls',
	},
	{
		reader: 'changes the API',
		task: 'what comes next',
		clicks: ['Roadmap', /^Next/],
		answer: /Planning issue|planned/,
	},
];

/** How many screens below the top of the window the text is: less than 1 is in sight. */
function screensDown(answer: string | RegExp): Promise<number> {
	return page
		.getByRole('main')
		.getByText(answer)
		.filter({ visible: true })
		.first()
		.evaluate((element) => element.getBoundingClientRect().top / window.innerHeight);
}

test.each(tasks)('a reader who $reader finds $task', async ({ clicks, answer }) => {
	expect(clicks.length).toBeLessThanOrEqual(2);
	await page.goto(site.urlOf('/'));
	for (const name of clicks) {
		const link = page.getByRole('main').getByRole('link', { name, exact: true });
		await link.filter({ visible: true }).first().click();
	}
	// One screen is in sight, and one more may be scrolled.
	expect(await screensDown(answer)).toBeLessThan(2);
});

test('each reader has six tasks at least', () => {
	const readers = Map.groupBy(tasks, ({ reader }) => reader);
	for (const own of readers.values()) expect(own.length).toBeGreaterThanOrEqual(6);
	expect(readers.size).toBe(3);
});

test.each([
	{ words: 'p1', first: 'P1, P2, P3', says: 'The order of issues' },
	{ words: 'retro', first: 'Retrospectives', says: '' },
	{ words: 'POST /runners', first: 'POST /runners', says: /Deprecated, called by/ },
	{ words: 'deadline 19.7', first: 'Milestone 19.7', says: /cutoff 11 December 2026/ },
	{ words: 'release date', first: 'Milestone 19.7', says: /Now.* release 17 December 2026/ },
	{ words: 'Who is my manager?', first: 'Ben Sample', says: 'Engineering Manager' },
	{ words: 'promised last quarter', first: 'Milestones', says: 'promised and delivered' },
	{ words: 'meetings', first: 'Retrospectives', says: '' },
	{ words: 'fleeting-plugin-aws', first: 'Fleeting Plugin AWS', says: /checks? fails?/ },
	{ words: 'hosted runners outage', first: 'Hosted runners fail', says: '/inc escalate' },
	{
		words: 'response time request for help',
		first: 'Fix a customer’s runner',
		says: 'the times aren’t public',
	},
	{ words: 'release manager', first: 'Release manager', says: 'our team tasks' },
	{ words: 'jtbd research', first: 'Jobs to be done', says: 'two main jobs' },
	{ words: 'two tech debt issues', first: 'Technical debt', says: 'at most one' },
	{ words: 'what’s a spike', first: 'Spike', says: 'finds something out' },
	{ words: 'who’s on call', first: 'On call', says: 'No public source' },
	{ words: 'where is config.toml', first: 'config.toml', says: '/etc/gitlab-runner/' },
	{
		words: 'difference between runner and runner manager',
		first: 'Runner manager',
		says: 'serves all its runners',
	},
	{
		words: 'who breaks if we delete GET /runners/all?',
		first: 'GET /runners/all',
		says: /called by \d+ consumer/,
	},
	{ words: 'latest runner version', first: 'GitLab Runner', says: /latest version v/ },
	{
		words: 'community mr no reply',
		first: 'Move a community contribution forward',
		says: 'after 7 days',
	},
	{ words: 'release manager on holiday', first: 'Release manager', says: 'finds the replacement' },
	{ words: 'who owns hosted runners', first: 'Hosted runners fail', says: 'Runners Platform' },
])(
	'the search for "$words" has $first first, and says how it is',
	async ({ words, first, says }) => {
		const best = await searchFor(words);
		expect(await best.getByRole('link').innerText()).toBe(first);
		expect(await best.innerText()).toMatch(says);
	},
);

test.each([
	{ words: 'bug triage score', answer: /depends on its score/ },
	{ words: 'changelog label', answer: /The first match counts/ },
	{ words: 'workflow labels', answer: /has replaced workflow/ },
	{ words: 'jobs/request', answer: /What runners themselves call/ },
	{ words: 'performance indicators', answer: /are on an internal page/ },
	{ words: 'merged by cutoff', answer: /doesn’t promise that a merged change/ },
	{ words: 'releases on time', answer: /a day before or after/ },
	{ words: 'supported versions', answer: /get fixes, as backports/ },
	{ words: 'senior engineer maintainer deadline', answer: /within 12 months after/ },
	{ words: 'bump go version', answer: /change goargs first/ },
	{ words: 'videos to learn', answer: /Runner Shorts/ },
])('the search for "$words" opens the part of a page that answers', async ({ words, answer }) => {
	const best = await searchFor(words);
	await best.getByRole('link').click();
	await page.waitForURL((url) => url.pathname !== '/');
	expect(await screensDown(answer)).toBeLessThan(1);
});

/** The first result. The search is opened anew only where it is closed: to load it takes longer than to ask it. */
async function searchFor(words: string): Promise<Locator> {
	const results = await fillSearch(words);
	await results.getByRole('status').getByText(`found for “${words}”`).waitFor();
	return results.getByRole('listitem').first();
}

async function fillSearch(words: string): Promise<Locator> {
	const dialog = page.getByRole('dialog');
	if (!(await dialog.isVisible())) {
		await page.goto(site.urlOf('/'));
		await page.keyboard.press('Control+K');
	}
	await dialog.getByRole('searchbox').fill(words);
	return dialog;
}

test.each([
	{ path: '/projects/', widths: [934, 960] },
	{ path: '/roadmap/milestones/', widths: [676, 936] },
])('the table of $path fits where it has just room to be one', async ({ path, widths }) => {
	for (const width of widths) {
		await page.setViewportSize({ ...wide, width });
		await page.goto(site.urlOf(path));
		const { scrollWidth, clientWidth } = await page.evaluate(() => ({
			scrollWidth: document.documentElement.scrollWidth,
			clientWidth: document.documentElement.clientWidth,
		}));
		expect(scrollWidth, String(width)).toBe(clientWidth);
	}
	await page.setViewportSize(wide);
});

test('the search finds no page by what is below every page', async () => {
	const results = await fillSearch('Print this section');
	await results.getByRole('status').getByText('Nothing found').waitFor();
});
