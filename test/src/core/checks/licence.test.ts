import { expect, test } from 'vitest';
import { licenceRule } from '#core/checks/licence.ts';
import { source } from '../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

test('a licence that GitLab recognises holds, with its address', () => {
	const verdict = judge(licenceRule);
	expect(verdict).toMatchObject({
		answer: 'holds',
		from: { url: `${source}/example/tools/widget/-/blob/main/LICENSE` },
	});
	expect(wordsOf(verdict)).toContain('MIT License');
});

test('none is broken', () => {
	const facts = { license: null, licenseUrl: null };
	expect(judge(licenceRule, { facts })).toMatchObject({ answer: 'broken' });
});

test('it is unknown when strangers do not see the code', () => {
	const facts = { license: null, licenseUrl: null, hidden: ['code' as const] };
	expect(judge(licenceRule, { facts })).toMatchObject({
		answer: 'unknown',
		needs: "Access to the project's code on GitLab: its members only.",
	});
});
