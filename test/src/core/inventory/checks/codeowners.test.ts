import { describe, expect, test } from 'vitest';
import { codeownersRule } from '#core/inventory/checks/codeowners.ts';
import { codeownersFiles } from '#core/inventory/file-kinds.ts';
import { checkRules, source, unreadFiles } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const rule = codeownersRule(checkRules().codeowners);
const mentioning = (group: string) => ({
	file: 'docs/CODEOWNERS',
	mentions: [
		{ group: 'example/strangers', line: 1 },
		{ group, line: 7 },
	],
});

test('a file that names one of our groups holds, with its line', () => {
	expect(judge(rule, { facts: { codeowners: mentioning('Example/Reviewers') } })).toMatchObject({
		answer: 'holds',
		from: {
			text: 'docs/CODEOWNERS, line 7',
			url: `${source}/example/tools/widget/-/blob/main/docs/CODEOWNERS#L7`,
		},
	});
});

test('a file that names none of them is broken', () => {
	const verdict = judge(rule, { facts: { codeowners: mentioning('example/others') } });
	expect(verdict).toMatchObject({ answer: 'broken' });
	expect(wordsOf(verdict)).toContain('Name @example/maintainers or @example/reviewers in docs/');
});

test('no file is broken', () => {
	const verdict = judge(rule, { facts: { codeowners: null } });
	expect(verdict).toMatchObject({ answer: 'broken' });
	expect(wordsOf(verdict)).toContain('no CODEOWNERS file in any of the places GitLab looks');
	expect(wordsOf(verdict)).toContain('* @example/maintainers @example/reviewers');
});

describe('it is unknown', () => {
	test('when nobody has looked for a group that is wanted now', () => {
		const facts = { codeowners: mentioning('example/others') };
		const { codeowners } = checkRules({ codeowners: ['example/maintainers', 'example/new'] });
		const wider = codeownersRule(codeowners);
		expect(judge(wider, { facts })).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
		expect(judge(wider)).toMatchObject({ answer: 'holds' });
	});

	test.each(codeownersFiles)('when %s could not be read', (file) => {
		const facts = { codeowners: null, unreadFiles: unreadFiles([file]) };
		expect(judge(rule, { facts })).toMatchObject({ answer: 'unknown', needs: 'The next pull.' });
	});

	test('when the file that counts before the one that was found could not be read', () => {
		const codeowners = mentioning('example/reviewers');
		const before = { codeowners, unreadFiles: unreadFiles(['CODEOWNERS']) };
		const after = { codeowners, unreadFiles: unreadFiles(['.gitlab/CODEOWNERS']) };
		expect(judge(rule, { facts: before })).toMatchObject({ answer: 'unknown' });
		expect(judge(rule, { facts: after })).toMatchObject({ answer: 'holds' });
	});

	test.each(['code', 'files'] as const)('when strangers do not see the %s', (part) => {
		expect(judge(rule, { facts: { codeowners: null, hidden: [part] } })).toMatchObject({
			answer: 'unknown',
			needs: `Access to the project's ${part} on GitLab, which only its members have.`,
		});
	});
});

test('another file that could not be read is no matter', () => {
	const facts = { codeowners: null, unreadFiles: unreadFiles(['go.mod']) };
	expect(judge(rule, { facts })).toMatchObject({ answer: 'broken' });
});
