import { expect, test } from 'vitest';
import { toRuleEntries } from '#core/publish/feeds/rule-entries.ts';

const change = {
	id: 'one-priority',
	day: '2026-11-23',
	since: '2026-11-20',
	from: 'holds',
	to: 'broken',
} as const;
const addressOf = (path: string) => `https://pages.example.com${path}`;

test('a rule that fails now is an entry that leads to it, and says since when', () => {
	expect(toRuleEntries([change], { addressOf, rulesPage: '/about/rules/' })).toEqual([
		{
			id: ['rules', '2026-11-23', 'one-priority', 'broken'],
			day: '2026-11-23',
			title: 'The rule "One priority each" fails now.',
			link: 'https://pages.example.com/about/rules/#rule-one-priority',
			kind: 'rule-fails',
			notes: [
				'On 20 November 2026 it passed.',
				'With two priorities, nobody knows which one counts.',
			],
		},
	]);
});

test('where no page lists the rules, the entry leads to the first page', () => {
	const passing = { ...change, from: 'broken', to: 'holds' } as const;
	const [entry] = toRuleEntries([passing], { addressOf, rulesPage: undefined });
	expect(entry).toMatchObject({
		title: 'The rule "One priority each" passes again.',
		link: 'https://pages.example.com/',
		kind: 'rule-passes',
	});
});
