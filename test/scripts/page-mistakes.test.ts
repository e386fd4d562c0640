/** What typical mistakes in pages are answered with: file, line, what was expected, what to do. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dev } from '../../scripts/dev.ts';
import { checkPages, refuseBadPages } from '../../scripts/handbook-pages.ts';
import { call } from './call.ts';

const checkout = join(import.meta.dirname, '../..');
const head = '---\ntitle: A page\ndescription: What it says.\nowner: engineering manager\n---\n\n';
const page = 'content/handbook/work/health.mdx';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mistakes-'));
	await cp(join(checkout, 'test/fixtures/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
	await write('content/registry/team.yaml', roster);
	await write('content/registry/rules.yaml', '- id: one-priority\n');
	for (const name of ['index', '404', 'work/health']) {
		await write(`content/handbook/${name}.mdx`, `${head}Text.\n`);
	}
});
afterEach(() => rm(root, { recursive: true }));

const roster = `source: https://example.com/team.yml
rosters:
  - { id: members, title: Members, kind: team-by-manager-role, role: Manager }
`;

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

/** What is said when the page has this text: its sentence and its advice. */
async function answerTo(
	text: string,
	begin = "content/handbook can't be published as it is.",
): Promise<string[]> {
	await write(page, text);
	const failure: unknown = await refuseBadPages(root).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (!(failure instanceof Error)) throw new Error('The pages were taken all the same.');
	expect(failure.name).toBe('InvalidDataError');
	expect(failure.message).not.toMatch(/^ +at |node_modules|\.js:\d/m);
	const [first, ...lines] = failure.message.split('\n');
	expect(first).toBe(begin);
	return lines;
}

const members = "import Roster from '#blocks/Roster.astro';\n\n";

describe('each is answered with file, line, what was expected and what to do', () => {
	test.each([
		{
			why: 'an unknown block',
			text: `${head}<NoSuchBlock />\n`,
			line: 7,
			says: 'uses <NoSuchBlock>, which is no block and is not imported. Expected a block of src/blocks',
			advice: 'Remove it, or import NoSuchBlock below the front matter.',
		},
		{
			why: 'a block with a typing error',
			text: `${head}Text.\n\n<Inventroy />\n`,
			line: 9,
			says: 'uses <Inventroy> without an import. Expected <Inventory>, with its import, below the front matter',
			advice: "Write there: import Inventory from '#blocks/Inventory.astro';",
		},
		{
			why: 'a block without its import',
			text: `${head}Text.\n\nAnd <People /> there.\n`,
			line: 9,
			says: 'uses <People> without an import. Expected one below the front matter',
			advice: "Write there: import People from '#blocks/People.astro';",
		},
		{
			why: 'an import of a file that is not there',
			text: `${head}import People from '#blocks/Poeple.astro';\n\n<People />\n`,
			line: 7,
			says: 'imports #blocks/Poeple.astro, which is not there. Expected #blocks/People.astro',
			advice: /^Correct the path: #blocks\/ means src\/blocks\//,
		},
		{
			why: 'a block that is imported in braces',
			text: `${head}import { People } from '#blocks/People.astro';\n\n<People />\n`,
			line: 7,
			says: 'imports { People } from #blocks/People.astro, which is one block. Expected its name without braces',
			advice: 'Write there: import People, without braces.',
		},
		{
			why: 'a component that Starlight has not',
			text: `${head}import { Stepz } from '@astrojs/starlight/components';\n\n<Stepz />\n`,
			line: 7,
			says: 'imports Stepz from @astrojs/starlight/components, which has none. Expected Steps',
			advice: 'Write the names of components there in braces: { Steps, Aside }.',
		},
		{
			why: 'a package that is not there',
			text: `${head}import { Steps } from 'starlight';\n\n<Steps />\n`,
			line: 7,
			says: /^imports starlight, which is not there\. Expected a file of src, a package/,
			advice: /^Correct the path/,
		},
		{
			why: 'an import that is no JavaScript',
			text: `${head}import People from\n\n<People />\n`,
			line: 7,
			says: /^has an import or export that isn't valid \(.+\)\. Expected JavaScript, with an empty line after it$/,
			advice: 'Write it as other pages do. Where it is meant as text, begin with another word.',
		},
		{
			why: 'a missing key',
			text: `---\ntitle: A page\ndescription: What it says.\n---\n\nText.\n`,
			line: 2,
			says: 'has no owner in its front matter. Expected one',
			advice:
				/^Correct what is between the lines of "---" at its top: title, description and owner/,
		},
		{
			why: 'an unknown key',
			text: head.replace('owner:', 'sidebr: 1\nowner:') + 'Text.\n',
			line: 4,
			says: 'has sidebr in its front matter, which nothing reads. Expected sidebar',
			advice: /^Correct what is between/,
		},
		{
			why: 'an unknown key of the sidebar',
			text: head.replace('owner:', 'sidebar:\n  ordr: 1\nowner:') + 'Text.\n',
			line: 5,
			says: /^has sidebar\.ordr in its front matter, which nothing reads\. Expected label, order/,
			advice: /^Correct what is between/,
		},
		{
			why: 'a value of another kind',
			text: head.replace('owner:', 'sidebar:\n  order: first\nowner:') + 'Text.\n',
			line: 5,
			says: 'has a wrong sidebar.order in its front matter: expected a number, found the text "first"',
			advice: /^Correct what is between/,
		},
		{
			why: 'front matter that is no YAML',
			text: head.replace('A page', 'A page: this') + 'Text.\n',
			line: 2,
			says: /^has front matter that isn't valid YAML: .+/,
			advice: /^Put the text into quotes/,
		},
		{
			why: 'a picture of another server',
			text: `${head}Text.\n\n![Board](https://example.com/board.png)\n`,
			line: 9,
			says: 'shows https://example.com/board.png, and pages load nothing from other servers. Expected a file of this site',
			advice: 'Put the file beside the page, or write a link to it.',
		},
		{
			why: 'a film of another server',
			text: `${head}Text.\n\n<iframe src="//example.com/film"></iframe>\n`,
			line: 9,
			says: 'shows //example.com/film, and pages load nothing from other servers. Expected a file of this site',
			advice: 'Put the file beside the page, or write a link to it.',
		},
		{
			why: 'a link that is a script',
			text: `${head}Text.\n\n[Go](javascript:alert(1))\n`,
			line: 9,
			says: 'links to javascript:alert(1), which no reader can open. Expected an address',
			advice: /^Write the address of a page or a file\./,
		},
		{
			why: 'a link to a file of the author',
			text: `${head}Text.\n\n[Go](file:///home/ada/plan.pdf)\n`,
			line: 9,
			says: 'links to file:///home/ada/plan.pdf, which no reader can open. Expected an address',
			advice: /^Write the address of a page or a file\./,
		},
		{
			why: 'a link to the site as the author sees it',
			text: `${head}Text.\n\n[Go](http://localhost:4321/work/health/)\n`,
			line: 9,
			says: 'links to http://localhost:4321/work/health/, which no reader can open. Expected an address',
			advice: /^Write the address of a page or a file\./,
		},
		{
			why: 'a picture from a disk of Windows',
			text: `${head}Text.\n\n![Plan](C:\\plan.png)\n`,
			line: 9,
			says: 'links to C:\\plan.png, which no reader can open. Expected an address',
			advice: /^Write the address of a page or a file\./,
		},
		{
			why: 'a picture without words',
			text: `${head}Text.\n\n<img src="data:," />\n`,
			line: 9,
			says: "shows data:, without words for those who can't see it. Expected ![what it shows](data:,)",
			advice: 'Say between the brackets, or in alt, what the picture shows.',
		},
		{
			why: 'a picture without words that is a long address',
			text: `${head}![](data:image/png;base64,${'A'.repeat(5000)})\n`,
			line: 7,
			says: /^shows data:image\/png.{60,80}… without words .{0,140}$/,
			advice: /^Say between the brackets/,
		},
		{
			why: 'a picture of code without words',
			text: `${head}export const car = '/car.svg';\n\n<img src={car} />\n`,
			line: 9,
			says: "shows a picture without words for those who can't see it. Expected ![what it shows](…)",
			advice: /^Say between the brackets/,
		},
		{
			why: 'a box of a kind that there is not',
			text: `${head}Text.\n\n:::warning\nHot.\n:::\n`,
			line: 9,
			says: /^has :::warning, which isn't shown as a box\. Expected :::note, /,
			advice: /^Write one of these on the line before the text/,
		},
		{
			why: 'a box as GitLab has it',
			text: `${head}Text.\n\n> [!note]\n> Hot.\n`,
			line: 9,
			says: /^has > \[!note\], which isn't shown as a box\. Expected :::note, /,
			advice: /^Write one of these on the line before the text/,
		},
		{
			why: 'an address in angle brackets',
			text: `${head}Text.\n\nSee <https://example.com/it>.\n`,
			line: 9,
			says: 'has an address between < and >. Expected it without them',
			advice: 'Remove the < and the >: an address is a link as it is.',
		},
		{
			why: 'marks of a merge',
			text: `${head}Text.\n\n<<<<<<< HEAD\nMine.\n=======\nTheirs.\n>>>>>>> main\n`,
			line: 9,
			says: 'has conflict markers that a merge left. Expected one of its two texts',
			advice: /^Keep the right part/,
		},
		{
			why: 'no front matter',
			text: 'Text.\n',
			line: 1,
			says: 'has no front matter. Expected it at the top, between two lines of ---',
			advice: /^Correct what is between/,
		},
		{
			why: 'front matter that is not closed',
			text: head.replace('\n---\n', '\n...\n'),
			line: 1,
			says: 'has front matter without both lines of ---. Expected one as the first line of the file, and one below',
			advice: /^Correct what is between/,
		},
		{
			why: 'front matter below an empty line',
			text: `\n${head}Text.\n`,
			line: 1,
			says: /^has front matter without both lines of ---/,
			advice: /^Correct what is between/,
		},
		{
			why: 'a second title',
			text: `${head}Text.\n\n# Health\n\nMore text.\n`,
			line: 9,
			says: 'has a heading of the first level, as its title is. Expected a lower one',
			advice: 'Write ## before it, or remove it when it repeats the title.',
		},
		{
			why: 'a tag of HTML that has no end',
			text: `${head}Text.\n\nOne<br>two\n`,
			line: 9,
			says: 'has <br> without a slash. Expected <br />',
			advice: 'Write <br />: MDX wants each tag closed.',
		},
		{
			why: 'a tag that is not closed',
			text: `${head}Text.\n\n<div>\n\nMore text.\n`,
			line: 9,
			says: 'opens <div> and does not close it. Expected </div> in the same paragraph, item or tag',
			advice:
				'Write </div> where it ends, or <div /> when nothing is in it. Around paragraphs, put <div> and </div> on lines of their own.',
		},
		{
			why: 'a tag that is closed in another paragraph',
			text: `${head}Text and <b>\n\nmore </b> text.\n`,
			line: 7,
			says: 'opens <b> and does not close it. Expected </b> in the same paragraph, item or tag',
			advice: /^Write <\/b> where it ends, or <b \/> when nothing is in it\./,
		},
		{
			why: 'a tag that is closed and not open',
			text: `${head}Text.\n\n</div>\n`,
			line: 9,
			says: 'closes a tag that is not open. Expected its beginning before it',
			advice: 'Remove it, or write the tag that it ends.',
		},
		{
			why: 'a tag without its end',
			text: `${head}Text.\n\n<div class="a>\n\nText\n`,
			line: 9,
			says: 'has a tag without its end. Expected > and, around values, both quotes',
			advice: 'Complete the tag. Where < is meant as text, write \\< instead.',
		},
		{
			why: 'a "<" that begins no tag',
			text: `${head}Of <3 parts.\n`,
			line: 7,
			says: /^has a tag that isn't valid: .*`3`/,
			advice: 'Correct the tag. Where < is meant as text, write \\< instead.',
		},
		{
			why: 'a name that is not defined',
			text: `${head}Text.\n\nOf {name}.\n`,
			line: 9,
			says: 'has {name}, which nothing defines. Expected a name that the page imports or exports',
			advice: 'Write \\{ where the brace is meant as text, or export const name = … in the page.',
		},
		{
			why: 'a brace that is not closed',
			text: `${head}Of {name\n\nText.\n`,
			line: 7,
			says: 'has { without }. Expected both',
			advice: 'Correct it. Where a brace is meant as text, write \\{ instead.',
		},
		{
			why: 'an expression that is none',
			text: `${head}Text.\n\n{1 +}\n`,
			line: 9,
			says: /^has braces around something that isn't JavaScript \(.+\)\. Expected an expression/,
			advice: 'Correct it. Where a brace is meant as text, write \\{ instead.',
		},
		{
			why: 'a comment of HTML',
			text: `${head}Text.\n\n<!-- Later. -->\n`,
			line: 9,
			says: 'has a comment of HTML. Expected one of MDX: {/* … */}',
			advice: 'Write {/* instead of <!--, and */} instead of -->.',
		},
		{
			why: 'a roster that is not declared',
			text: `${head}${members}<Roster id="membres" />\n`,
			line: 9,
			says: 'gives <Roster> id="membres", which is not there. Expected members',
			advice: 'Correct the id, or declare the roster in content/registry/team.yaml.',
		},
		{
			why: 'a rule that the handbook does not state',
			text: `${head}import Rule from '#blocks/prose/Rule.astro';\n\n<Rule id="one-priorty" />\n`,
			line: 9,
			says: 'gives <Rule> id="one-priorty", which is not there. Expected one-priority',
			advice: 'Correct the id, or state the rule in content/registry/rules.yaml.',
		},
		{
			why: 'a value that the plan does not have',
			text: `${head}import PlanValue from '#blocks/prose/PlanValue.astro';\n\n<PlanValue of="relaseDay" />\n`,
			line: 9,
			says: 'gives <PlanValue> of="relaseDay", which is not there. Expected releaseDay',
			advice: 'Correct the name, or add the key to content/registry/plan.yaml.',
		},
		{
			why: 'a block without its argument',
			text: `${head}${members}<Roster />\n`,
			line: 9,
			says: 'has a <Roster> without id. Expected <Roster id="…">',
			advice: 'What it takes is in its file, under Props: src/blocks/Roster.astro.',
		},
		{
			why: 'an argument that a block does not take',
			text: `${head}${members}<Roster id="members" sorted />\n`,
			line: 9,
			says: 'gives <Roster> sorted, which it does not take. Expected id',
			advice: 'What it takes is in its file, under Props: src/blocks/Roster.astro.',
		},
	])('$why', async ({ text, line, says, advice }) => {
		const [sentence, hint, ...others] = await answerTo(text);
		const start = `✖ ${page}:${String(line)} `;
		expect(sentence?.slice(0, start.length)).toBe(start);
		const what = sentence?.slice(start.length, -1);
		if (typeof says === 'string') expect(what).toBe(says);
		else expect(what).toMatch(says);
		if (typeof advice === 'string') expect(hint).toBe(advice);
		else expect(hint).toMatch(advice);
		expect(others).toEqual([]);
	});
});

describe('what is in the front matter is told once', () => {
	test.each([
		[
			'a list in place of a text',
			'description: What it says.',
			'description: []',
			/^3 has a wrong description.*expected text, found a list$/,
		],
		['a misspelt key', 'owner:', 'onwer:', /^4 has onwer .*\. Expected owner$/],
		[
			'a key of another maker of sites',
			'owner:',
			'weight: 3\nowner:',
			/^4 has weight .*\. Expected order below sidebar$/,
		],
		[
			'a key that nobody knows',
			'owner:',
			'layout: page\nowner:',
			/^4 has layout .*\. Expected a key that the site knows$/,
		],
	])('%s', async (_, from, to, says) => {
		await write(page, head.replace(from, to));
		const { mistakes } = await checkPages(root);
		expect(mistakes.map(({ line, what }) => `${String(line)} ${what}`)).toEqual([
			expect.stringMatching(says),
		]);
	});

	test('each line that is no YAML', async () => {
		await write(page, head.replace('title: A page', 'title: @a').replace('What it says.', '`b`'));
		const { mistakes } = await checkPages(root);
		expect(mistakes.map(({ line }) => line)).toEqual([2, 3]);
	});
});

describe('Markdown of other makers of sites is told, and code is not', () => {
	test.each([
		['{{< figure src="/a.png" >}}', '{{< figure src="/a.png" >}}'],
		['Text\n!!! note "A title"', '!!! note "A title"'],
		['See [[Other page|it]].', '[[Other page|it]]'],
		[':::note A title\n\nText.\n\n:::', ':::note A title'],
		['## Heading {#own-id}', '{#own-id}'],
		['{% include a.html %}', '{% include a.html %}'],
		['{{site.title}}', '{{site.title}}'],
		['It is $E = mc^2$, they say.', '$E = mc^2$'],
		['$$\n', '$$'],
		['It is so[^1].', '[^1]'],
		['**重要。**次の文。', '**重要。**'],
	])('%s', async (text, written) => {
		await rm(join(root, page));
		await write('content/handbook/work/health.md', `${head}${text}\n\n\`${written}\`\n`);
		const { mistakes } = await checkPages(root);
		const line = text.startsWith('Text') ? 8 : 7;
		expect(mistakes.map(({ line: at, what }) => `${String(at)} ${what}`)).toEqual([
			expect.stringContaining(`${String(line)} has ${written}, which`),
		]);
	});
});

describe('HTML in Markdown is looked at as in MDX', () => {
	test.each([
		['<a href="/nowhere/">it</a>', 'links to /nowhere/, but'],
		['<p>\n<img src="/404/" ></p>', 'without words'],
		['<iframe src="https://example.com/a"></iframe>', 'from other servers'],
		['<video poster="https://example.com/a.png"></video>', 'from other servers'],
		['![][car]\n\n[car]: /404/', 'without words'],
		['![a][car]\n\n[car]: gone.png', 'shows gone.png'],
		['![a][car]\n\n[car]: https://example.com/a.png', 'from other servers'],
	])('%s', async (text, says) => {
		await rm(join(root, page));
		await write('content/handbook/work/health.md', `${head}${text}\n\n<!-- <img src="a"> -->\n`);
		const { mistakes } = await checkPages(root);
		expect(mistakes.map(({ what }) => what)).toEqual([expect.stringContaining(says)]);
	});
});

describe('what leads nowhere, or stands nowhere', () => {
	test('a slug that is no address', async () => {
		await write('content/handbook/work/b.mdx', head.replace('owner:', 'slug: /Work/b/\nowner:'));
		const [sentence] = await answerTo(`${head}Text.\n`);
		expect(sentence).toBe('✖ content/handbook/work/b.mdx has slug: /Work/b/. Expected work/b.');
	});

	test('a slug that is the first page’s', async () => {
		await write('content/handbook/work/b.mdx', head.replace('owner:', "slug: ''\nowner:"));
		const [sentence] = await answerTo(`${head}Text.\n`);
		expect(sentence).toContain('would be published at /, as content/handbook/index.mdx is.');
	});

	test('an old address that leads to a page that is gone', async () => {
		await write(
			'content/registry/redirects.yaml',
			'- { title: A, from: [/a/], to: /work/helth/ }\n',
		);
		const [sentence] = await answerTo(`${head}Text.\n`);
		expect(sentence).toContain('redirects.yaml:1 links to /work/helth/, but');
	});

	test('a link to a draft, unless it is in one', async () => {
		const draft = head.replace('owner:', 'draft: true\nowner:');
		await write('content/handbook/work/b.mdx', draft);
		await write('content/handbook/work/c.mdx', `${draft}See [it](/work/b/).\n`);
		await expect(refuseBadPages(root)).resolves.toBeDefined();
		const [sentence] = await answerTo(`${head}See [it](/work/b/).\n`);
		expect(sentence).toContain(
			'links to /work/b/, which is a draft. Expected a page that is published',
		);
	});

	test.each([
		{
			why: 'a link to no page',
			text: `${head}See [it](/work/helth/).\n`,
			says: `${page}:7 links to /work/helth/, but there is no such page. Expected /work/health/.`,
		},
		{
			why: 'a link of a tag',
			text: `${head}Text\n\n<a href="/work/">it</a>\n`,
			says: `${page}:9 links to /work/, but there is no such page. Expected `,
		},
		{
			why: 'a link to a file from where the page’s file is',
			text: `${head}See [it](../../content/handbook/work/Health.mdx#top).\n`,
			says: `${page}:7 links to /content/handbook/work/Health.mdx, but there is no such page. Expected /work/health/.`,
		},
		{
			why: 'a link by its name',
			text: `${head}See [it].\n\n[it]: /nowhere/\n`,
			says: `${page}:9 links to /nowhere/, but there is no such page.`,
		},
		{
			why: 'a link from where the page is',
			text: `${head}See [it](../nowhere/).\n`,
			says: `${page}:7 links to /work/nowhere/, but there is no such page.`,
		},
		{
			why: 'a link to no part of its page',
			text: `${head}## Two words\n\nSee [it](#two-word).\n`,
			says: `${page}:9 links to /work/health/#two-word, and that page has no such part. Expected #two-words.`,
		},
		{
			why: 'a link to no part of another page',
			text: `${head}See [it](/#top-of-it).\n`,
			says: `${page}:7 links to /#top-of-it, and that page has no such part. Expected a heading of that page.`,
		},
	])('$why', async ({ text, says }) => {
		const [sentence, hint] = await answerTo(text);
		expect(sentence).toContain(`✖ ${says}`);
		expect(hint).toMatch(/^Correct (the address|what follows)/);
	});

	test('a link to the file of one of two pages with the same name', async () => {
		await write('content/handbook/work/a/health.mdx', `${head}Text.\n`);
		const [sentence] = await answerTo(`${head}See [it](../../handbook/work/health.mdx).\n`);
		expect(sentence).toMatch(/Expected \/work\/health\/\.$/);
	});

	test('a picture that is no file, beside the page or of the site', async () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
		await write('content/handbook/work/two words.svg', svg);
		const pictures = '![a](./two%20words.svg) ![b](gone.png)';
		expect(await answerTo(`${head}${pictures}\n\n![c](/gone.png)\n`)).toEqual([
			`✖ ${page}:7 shows gone.png, which isn't a picture that can be read. Expected a file beside the page's, or in its folders.`,
			expect.stringMatching(/^Put the picture there, or correct the address\./),
			`✖ ${page}:9 links to /gone.png, but there is no such file. Expected a file of public.`,
			expect.stringMatching(/^Correct the address: that of a file of public begins with "\/"/),
		]);
	});

	test('a picture that Git LFS has not fetched', async () => {
		await write('content/handbook/work/board.png', 'version https://git-lfs.github.com/spec/v1\n');
		expect(await answerTo(`${head}![a](board.png)\n`)).toEqual([
			`✖ ${page}:7 shows board.png, which isn't a picture that can be read. Expected a file beside the page's, or in its folders.`,
			expect.stringMatching(/git lfs pull\.$/),
		]);
		expect((await checkPages(root)).mistakes).toMatchObject([{ stops: 'page' }]);
	});

	test('a day to come, where somebody has a clock', async () => {
		await write(page, head.replace('owner:', 'asOf: 2026-11-25\nowner:'));
		const { mistakes } = await checkPages(root, '2026-11-24');
		expect(mistakes).toMatchObject([
			{
				file: page,
				line: 4,
				what: 'has asOf: 2026-11-25 in its front matter, which is in the future. Expected today or an earlier day',
			},
		]);
		expect((await checkPages(root, '2026-11-25')).mistakes).toEqual([]);
		await expect(refuseBadPages(root)).resolves.toBeDefined();
	});

	test('a page whose name ends in another way', async () => {
		await write('content/handbook/work/plan.MDX', `${head}Text.\n`);
		await write('content/handbook/work/more.markdown', `${head}Text.\n`);
		expect(await answerTo(`${head}Text.\n`)).toEqual([
			'✖ content/handbook/work/more.markdown is not published. Expected a name that ends in .mdx or .md.',
			'  → also content/handbook/work/plan.MDX',
			'Rename it, or move it out of the handbook.',
		]);
	});

	test('a first page as Hugo names it, and no other name that ends so', async () => {
		await write('content/handbook/work/_index.md', `${head}Text.\n`);
		await write('content/handbook/work/an_index.md', `${head}Text.\n`);
		expect(await answerTo(`${head}Text.\n`)).toEqual([
			'✖ content/handbook/work/_index.md is not published. Expected index.mdx.',
			'Rename it, or move it out of the handbook.',
		]);
	});

	test('a folder and a page behind links, and nothing that is there', async () => {
		await write('elsewhere/one.mdx', '# One\n');
		for (const name of ['more', 'one.mdx', '.#health.mdx']) {
			const target = { more: 'elsewhere', 'one.mdx': 'elsewhere/one.mdx' }[name] ?? 'nowhere';
			await symlink(join(root, target), join(root, 'content/handbook/work', name));
		}
		expect(await answerTo(`${head}Text.\n`)).toEqual([
			'✖ content/handbook/work/more is a link to another place. Expected the folder or the page itself.',
			'  → also content/handbook/work/one.mdx',
			expect.stringMatching(/^Move it there/),
		]);
	});

	test('a folder that leads back to itself is told once', async () => {
		await symlink('..', join(root, 'content/handbook/work/again'));
		expect(await answerTo(`${head}Text.\n`)).toHaveLength(2);
	});

	test('a folder whose name ends as a page’s does is none', async () => {
		await write('content/handbook/work/notes.md/one.mdx', `${head}Text.\n`);
		const { addresses } = await refuseBadPages(root);
		expect([...addresses.values()]).toContain('/work/notesmd/one/');
		expect(addresses.size).toBe(4);
	});

	test('pages whose letters nobody can tell', async () => {
		await writeFile(join(root, page), `${head}Grüße\n`, 'latin1');
		await writeFile(join(root, 'content/handbook/work/b.mdx'), `${head}Grüße\n`, 'latin1');
		await expect(refuseBadPages(root)).rejects.toThrow('content/handbook/work/b.mdx is not UTF-8');
		await expect(refuseBadPages(root)).rejects.toThrow(
			`${page} is not UTF-8, so we can't read its letters.\nSave it as UTF-8 in your editor.`,
		);
	});

	test('links that lead somewhere are taken', async () => {
		await write(
			page,
			`${head}## “Two” words, and \`code\`\n\n## Two words\n\n## Two words\n\n<p id="own">Text</p>\n\n` +
				['#two-words-and-code', '#two-words-1', '#own', '#_top', '/', '/work/health/#own']
					.concat(['/projects/acme/engine/', '/handbook/values/#it', 'https://example.com/no'])
					.concat(['/exports/v1/projects.json', 'mailto:a@example.com', '/404'])
					.map((address) => `[x](${address})`)
					.join('\n'),
		);
		await expect(refuseBadPages(root)).resolves.toBeDefined();
	});

	test.each([
		{
			why: 'a page outside of the sections',
			path: 'content/handbook/lost.mdx',
			says: '✖ content/handbook/lost.mdx is in no section. Expected the folder of a section around it.',
			advice: 'Move it into one: work.',
		},
		{
			why: 'a folder without a section',
			path: 'content/handbook/lost/one.mdx',
			says: '✖ content/handbook/lost has pages, but is in no section. Expected one with directory: lost in content/registry/site.yaml.',
			advice: 'Add the section, or move the pages into the folder of another.',
		},
	])('$why', async ({ path, says, advice }) => {
		await write(path, `${head}Text.\n`);
		expect(await answerTo(`${head}Text.\n`)).toEqual([says, advice]);
	});

	test('a section without a folder', async () => {
		await rm(join(root, page));
		await expect(refuseBadPages(root)).rejects.toThrow(
			'✖ content/registry/site.yaml:10 has the section "Work" without a page. Expected one in content/handbook/work.\n' +
				'Write a page there, or remove the section.',
		);
	});
});

test('what is said of several pages is said once, with all their places', async () => {
	for (const name of ['b', 'c']) await write(`content/handbook/work/${name}.mdx`, `${head}# A\n`);
	const lines = await answerTo(`${head}{a}{a}\n\n# A\n`);
	expect(lines).toEqual([
		expect.stringMatching(/^✖ content\/handbook\/work\/b.mdx:7 has a heading of the first level/),
		'  → also content/handbook/work/c.mdx:7',
		`  → also ${page}:9`,
		expect.stringMatching(/^Write ## before it/),
		expect.stringContaining(`${page}:7 has {a}, which nothing defines`),
		expect.stringMatching(/^Write \\{ where the brace/),
	]);
});

test('all mistakes of all pages are told at once, and the same advice once', async () => {
	await write('content/handbook/work/b.mdx', `${head}See [it](/a/) and [it](/b/).\n\n{nobody}\n`);
	const lines = await answerTo(`${head}<!-- Later. -->\n`);
	expect(lines.filter((line) => line.startsWith('✖')).map((line) => line.split(' ')[1])).toEqual([
		'content/handbook/work/b.mdx:9',
		'content/handbook/work/health.mdx:7',
		'content/handbook/work/b.mdx:7',
		'content/handbook/work/b.mdx:7',
	]);
	expect(lines.filter((line) => line.startsWith('Correct the address'))).toHaveLength(1);
});

describe('one mistake hides no other of its page', () => {
	test.each([
		{
			why: 'expressions, comments, tags and links, each in a block of its own',
			text: 'A {b c}.\n\n<!-- d -->\n\n<b>e\n\n[f](/g/)\n\n1 < 2 <3\n\n# H\n',
			lines: [7, 9, 11, 13, 15, 17],
		},
		{
			why: 'nothing of a tag of which one half is in a block with a mistake',
			text: '<div>\nA {b c}.\n\n</div>\n\n<i>\n\nD {e f} </i>\n\n[g](/h/)\n',
			lines: [8, 14, 16],
		},
		{
			why: 'nothing of what is imported in one',
			text: "import { Tabs } from;\n\n<Tabs />\n\n{Tabs}\n\n<img src='https://a.example/b.png' alt='' />\n",
			lines: [7, 13],
		},
	])('$why', async ({ text, lines }) => {
		await write(page, head + text);
		const { mistakes } = await checkPages(root);
		expect(mistakes.map(({ line = 0 }) => line).toSorted((a, b) => a - b)).toEqual(lines);
	});
});

test('a mistake in the registry hides none of pages, and nothing that needs the registry is told', async () => {
	await write('content/registry/rules.yaml', '- id: 5\n');
	const lines = await answerTo(
		`${head}${members}<Roster id="other" />\n\n[a](/projects/acme/engine/)\n\n{b c}\n`,
		'content/registry/rules.yaml is not valid.',
	);
	expect(lines.slice(-3)).toEqual([
		"content/handbook can't be published as it is.",
		expect.stringContaining(`${page}:13 has braces`),
		expect.stringMatching(/^Correct it/),
	]);
});

test('development does not start with front matter that Astro refuses', async () => {
	await write(page, head.replace('owner:', 'onwer:'));
	const { code, stderr } = await call(dev, [], { root });
	expect(stderr).toContain(`✖ ${page}:4 has onwer in its front matter, which nothing reads.`);
	expect(code).toBe(2);
});

test.each([
	{ why: 'what JavaScript knows', text: '{Math.max(1, 2)} and {[1].map((one) => one)}' },
	{ why: 'what a page exports', text: 'export const name = 1;\n\n{name} and {{ name: 1 }.name}' },
	{
		why: 'components of Starlight',
		text: "import { Code, Steps as List } from '@astrojs/starlight/components';\n\n<List>1. One</List>\n\n<Code code='a' />",
	},
	{ why: 'what Astro gives', text: '{frontmatter.title} and {props.a}' },
	{ why: 'a comment of MDX', text: '{/* Later. */}' },
	{ why: 'an aside with attributes', text: ':::note[Title]{icon="heart"}\nText\n:::' },
	{ why: 'braces in an address and in code', text: 'https://example.com/{id} and `{id}`' },
	{
		why: 'a price',
		text: 'It costs $5 or $10, US$a or A$. $HOME/$USER is $HOME and $PATH[^1].\n\n[^1]: $5.',
	},
	{ why: 'a table', text: '| a | b |\n| - | - |\n| `x` | <b>c</b> |' },
	{ why: 'elements with values', text: '<details class="a"><summary>b</summary>c</details>' },
	{
		why: 'a block with its argument',
		text: `${members}<Roster id="members" client:load />`,
	},
	{
		why: 'an argument by name',
		text: `${members}<Roster {...{ id: 'members' }} />`,
	},
])('no mistake: $why', async ({ text }) => {
	await write(page, `${head}${text}\n`);
	await expect(refuseBadPages(root)).resolves.toBeDefined();
});
