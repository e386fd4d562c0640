import { expect, test } from 'vitest';
import { toJunit } from '#core/publish/junit.ts';
import { findings } from '../findings/all-findings.ts';

const count = (level: string) => findings.filter((finding) => finding.level === level).length;

test('what is broken has failed, what could not be told was skipped, and the sums say so', () => {
	const report = toJunit(findings);
	const [head = ''] = /<testsuites [^>]*>/.exec(report) ?? [];
	expect(head).toBe(
		`<testsuites tests="${String(findings.length)}" failures="${String(count('broken'))}" skipped="${String(count('unknown'))}">`,
	);
	expect(report.match(/<failure>/g)).toHaveLength(count('broken'));
	expect(report.match(/<skipped /g)).toHaveLength(count('unknown'));
	expect(report.match(/<testcase /g)).toHaveLength(findings.length);
});

test("what is somebody's words stays text", () => {
	const [fails] = findings.filter(({ rule }) => rule === 'rule-fails');
	if (fails?.rule !== 'rule-fails') throw new Error('There is no such finding.');
	const result = { ...fails.result, observed: 'A <b> & a "quote".' };
	expect(toJunit([{ ...fails, result }])).toContain('A &lt;b&gt; &amp; a &quot;quote&quot;.');
});
