import { describe, expect, test } from 'vitest';
import { fingerprintFileRules, isReadFor, toFileRules } from '#core/inventory/file-rules.ts';
import { aDeclaredGroup, aRegistry, aTool, checkRules } from '../../../builders.ts';

const rulesOf = (change: Parameters<typeof checkRules>[0]) =>
	toFileRules(aRegistry({ people: [aDeclaredGroup()], checks: checkRules(change) }));
const before = fingerprintFileRules(rulesOf({ tools: [aTool()] }));

describe('files are read again when the registry looks for something else in them', () => {
	test.each([
		{ change: { tools: [aTool(), aTool({ id: 'lint' })] }, why: 'a tool is new' },
		{
			change: { tools: [aTool({ pins: { goDirective: true, names: ['go'] } })] },
			why: 'a tool is looked for under other names',
		},
		{ change: { codeowners: ['example/others'] }, why: 'CODEOWNERS may name another group' },
		{ change: { tools: [] }, why: 'a tool is gone' },
	] as const)('$why', ({ change }) => {
		const now = fingerprintFileRules(rulesOf({ tools: [aTool()], ...change } as never));
		expect(isReadFor(before, now)).toBe(false);
	});

	test.each([
		{ change: { tools: [aTool({ agreed: '1.27.0' })] }, why: 'another version is agreed' },
		{ change: { tools: [aTool({ name: 'The Go language' })] }, why: 'a name is new' },
		{ change: { completeGroups: [] }, why: 'it has nothing to do with files' },
		{
			change: { codeowners: ['example/reviewers', 'Example/Maintainers'] },
			why: 'groups stand in another order or in other letters',
		},
	] as const)('not when $why', ({ change }) => {
		const now = fingerprintFileRules(rulesOf({ tools: [aTool()], ...change } as never));
		expect(isReadFor(before, now)).toBe(true);
	});

	test('for the first time when nothing was ever read', () => {
		expect(isReadFor(null, before)).toBe(false);
	});
});
