import { expect, test } from 'vitest';
import { licenceRule } from '#core/inventory/checks/licence.ts';
import { source } from '../../../../builders.ts';
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

test('of an archived project nothing is asked: nobody can add a file there', () => {
	const facts = { license: null, licenseUrl: null, archived: true };
	expect(judge(licenceRule, { facts })).toMatchObject({ answer: 'not-applicable' });
});

test('it is unknown when strangers do not see the code', () => {
	const facts = { license: null, licenseUrl: null, hidden: ['code' as const] };
	expect(judge(licenceRule, { facts })).toMatchObject({
		answer: 'unknown',
		needs: "Access to the project's code on GitLab, which only its members have.",
	});
});
