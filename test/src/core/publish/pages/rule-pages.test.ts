import { expect, test } from 'vitest';
import { findRulePages } from '#core/publish/pages/rule-pages.ts';

const use = "import Rule from '#blocks/prose/Rule.astro';\n\n";

test('a rule is stated by the pages whose block names it, and by no page that only shows how', () => {
	const found = findRulePages(
		[
			{ title: 'Work', path: '/work/', text: `${use}<Rule id="one-priority" />` },
			{ title: 'Also', path: '/also/', text: `${use}- it\n\n  <Rule id="one-priority" />` },
			{ title: 'Code', path: '/code/', text: '```mdx\n<Rule id="one-priority" />\n```' },
			{ title: 'Other', path: '/other/', text: `${use}<Rule id="milestone-days" />` },
		],
		['one-priority', 'tools-aligned'],
	);
	expect(Object.fromEntries(found)).toEqual({
		'one-priority': [
			{ title: 'Also', path: '/also/' },
			{ title: 'Work', path: '/work/' },
		],
		'tools-aligned': [],
	});
});
