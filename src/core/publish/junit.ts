import { escapeHtml } from '#core/base/escape-html.ts';
import type { Finding } from '#core/findings/finding.ts';
import { describeFinding } from '#core/words/findings/describe-finding.ts';

/**
 * Findings as GitLab shows them among the tests of a pipeline: what is broken has failed, what could
 * not be told was skipped, and the rest passed.
 *
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
export function toJunit(findings: readonly Finding[]): string {
	const countOf = (level: Finding['level']) =>
		String(findings.filter((finding) => finding.level === level).length);
	const counts = `tests="${String(findings.length)}" failures="${countOf('broken')}" skipped="${countOf('unknown')}"`;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites ${counts}>`,
		`<testsuite name="handbook" ${counts}>`,
		...findings.map(toTestCase),
		'</testsuite>',
		'</testsuites>',
	].join('\n');
}

function toTestCase(finding: Finding): string {
	const { rule, level, place, project, check, key } = finding;
	const text = describeFinding(finding);
	const name = [rule, project, check, key].filter((part) => part !== undefined).join(' ');
	const start = `<testcase classname="${escapeHtml(place.file)}" name="${escapeHtml(name)}" file="${escapeHtml(place.file)}"`;
	switch (level) {
		case 'broken':
			return `${start}><failure>${escapeHtml(text)}</failure></testcase>`;
		case 'unknown':
			return `${start}><skipped message="${escapeHtml(text)}"/></testcase>`;
		case 'notice':
			return `${start}><system-out>${escapeHtml(text)}</system-out></testcase>`;
	}
}
