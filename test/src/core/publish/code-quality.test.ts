import { describe, expect, test } from 'vitest';
import { toCodeQuality, toJson } from '#core/publish/code-quality.ts';
import type { Finding } from '#core/findings/finding.ts';
import { aPlace, aProjectPath } from '../../../builders.ts';
import { findings } from '../findings/all-findings.ts';

const [moved] = findings;

describe('a report for GitLab', () => {
	test('has the fields of a Code Quality issue', () => {
		const issues = toCodeQuality([moved!]);
		expect(issues[0]?.fingerprint).toMatch(/^[\da-f]{16}$/);
		expect(issues).toMatchObject([
			{
				description:
					'content/registry/projects.yaml:14: example/old fails the check "path" (At its place): GitLab has moved it to example/new. ' +
					'Replace the path with example/new. Replace line 14 of content/registry/projects.yaml with: - path: example/new Remove lines 17 to 18 of content/registry/projects.yaml.',
				check_name: 'check-path',
				severity: 'major',
				location: { path: 'content/registry/projects.yaml', lines: { begin: 14 } },
			},
		]);
	});

	test('calls what could not be told information, and never major', () => {
		const severities = toCodeQuality(findings).map(({ check_name: name, severity }) => [
			name,
			severity,
		]);
		expect(severities).toContainEqual(['check-readable', 'info']);
		expect(severities).toContainEqual(['list-missing', 'info']);
		expect(severities).toContainEqual(['exemption-ended', 'minor']);
	});

	test('names a file of the registry and its first line where there is no better one', () => {
		const locations = Object.fromEntries(
			toCodeQuality(findings).map(({ check_name: name, location }) => [
				name,
				`${location.path}:${String(location.lines.begin)}`,
			]),
		);
		expect(locations).toMatchObject({
			'checks-unknown': 'content/registry/projects.yaml:1',
			'exemption-ended': 'content/registry/checks.yaml:30',
			'exemption-of-nothing': 'content/registry/checks.yaml:30',
			'project-no-longer-declared': 'content/registry/consumers.yaml:1',
			'project-not-declared': 'content/registry/projects.yaml:16',
			'group-not-visible': 'content/registry/people.yaml:3',
			'milestone-without-planning-issue': 'content/registry/plan.yaml:1',
			'list-stale': 'content/registry/plan.yaml:1',
			'list-missing': 'content/registry/people.yaml:1',
		});
	});
});

describe('a fingerprint', () => {
	const printOf = (finding: Finding) => toCodeQuality([finding])[0]!.fingerprint;

	test('stays when lines move and words change', () => {
		if (moved?.rule !== 'check') throw new Error('The first finding is no check.');
		const later = {
			...moved,
			place: aPlace({ line: 99, end: 101 }),
			result: { ...moved.result, observed: 'Other words.' },
		};
		expect(printOf(later)).toBe(printOf(moved));
	});

	test('tells findings apart', () => {
		const unlike = findings.filter((finding) => !('archived' in finding && finding.archived));
		const prints = unlike.map(printOf);
		expect(new Set(prints).size).toBe(prints.length);
		const stale = (key: string): Finding => ({
			...findings.find(({ rule }) => rule === 'list-stale')!,
			key,
		});
		expect(printOf(stale('issues'))).not.toBe(printOf(stale('team')));
	});
});

test('for programs, every finding has level, message, place, project, check and edits', () => {
	expect(toJson([moved!])).toMatchObject([
		{
			rule: 'check',
			level: 'broken',
			file: 'content/registry/projects.yaml',
			line: 14,
			project: 'example/old',
			check: 'path',
			edits: [
				{ line: 14, action: 'replace', text: '- path: example/new' },
				{ line: 17, end: 18, action: 'remove' },
			],
		},
	]);
	const rest = toJson(findings);
	expect(rest.find(({ rule }) => rule === 'list-missing')).toMatchObject({
		line: null,
		project: null,
		check: null,
		edits: [],
	});
	expect(rest.find(({ rule }) => rule === 'exemption-ended')).toMatchObject({
		project: aProjectPath('example/old'),
		check: 'release',
		edits: [{ line: 30, end: 34, action: 'remove' }],
	});
	expect(rest.find(({ rule }) => rule === 'project-no-longer-declared')).toMatchObject({
		edits: [],
	});
});
