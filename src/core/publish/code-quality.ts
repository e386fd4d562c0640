import type { Edit } from '#core/inventory/check.ts';
import { describeFinding } from '#core/words/describe-finding.ts';
import { levelOf, type Finding, type FindingLevel } from '#core/findings/finding.ts';
import { editsOf } from '#core/findings/finding-edits.ts';
import { findPlace } from '#core/findings/finding-place.ts';
import { fingerprint } from '#core/base/fingerprint.ts';

/** @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export interface CodeQualityIssue {
	description: string;
	check_name: string;
	/** The same finding has the same one in every report, wherever its line has moved. */
	fingerprint: string;
	severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
	location: { path: string; lines: { begin: number } };
}

const severities: Record<FindingLevel, CodeQualityIssue['severity']> = {
	broken: 'major',
	unknown: 'info',
	notice: 'minor',
};

/** Findings as GitLab shows them in a merge request. */
export function toCodeQuality(findings: readonly Finding[]): CodeQualityIssue[] {
	return findings.map((finding) => {
		const { file, line } = findPlace(finding);
		return {
			description: describeFinding(finding).replaceAll(/(?<!\s)\s*\n\s*/g, ' '),
			check_name: finding.rule === 'check' ? `check-${finding.check.id}` : finding.rule,
			fingerprint: fingerprint(identify(finding).join('\n')),
			severity: severities[levelOf(finding)],
			location: { path: file, lines: { begin: line ?? 1 } },
		};
	});
}

/** A finding for programs. */
export interface JsonFinding {
	rule: Finding['rule'];
	level: FindingLevel;
	message: string;
	file: string;
	/** `null`: the file as a whole. */
	line: number | null;
	project: string | null;
	/** Those of a finding that is about several, and otherwise none. */
	projects: readonly string[];
	check: string | null;
	/** All of them together settle it. Their lines are those of the files as they are. */
	edits: readonly Edit[];
}

export function toJson(findings: readonly Finding[]): JsonFinding[] {
	return findings.map((finding) => ({
		rule: finding.rule,
		level: levelOf(finding),
		message: describeFinding(finding),
		...findPlace(finding),
		project: projectOf(finding),
		projects: 'projects' in finding ? finding.projects : [],
		check: checkOf(finding),
		edits: editsOf(finding),
	}));
}

/** What the finding is about, without what it says of it. */
function identify(finding: Finding): string[] {
	const about = [finding.rule, projectOf(finding) ?? '', checkOf(finding) ?? ''];
	switch (finding.rule) {
		case 'check':
		case 'project-not-pulled':
		case 'project-no-longer-declared':
		case 'list-stale':
		case 'list-missing':
			return [...about, finding.list];
		case 'group-not-visible':
		case 'complete-group-not-visible':
			return [...about, finding.group];
		case 'milestone-without-planning-issue':
			return [...about, finding.milestone];
		case 'call-unmapped':
			return [...about, finding.call];
		case 'endpoint-not-declared':
			return [...about, finding.endpoint];
		case 'endpoint-not-documented':
		case 'deprecated-endpoint-called':
			return [...about, finding.id];
		case 'endpoints-not-in-source':
			return [...about, finding.source];
		case 'page-without-endpoints':
			return [...about, finding.file];
		case 'consumer-calls-nothing':
		case 'consumer-not-read':
		case 'checks-unknown':
		case 'project-not-declared':
		case 'exemption-ended':
		case 'exemption-not-needed':
		case 'exemption-of-nothing':
			return about;
	}
}

function projectOf(finding: Finding): string | null {
	if ('exemption' in finding) return finding.exemption.project;
	return 'project' in finding ? finding.project : null;
}

function checkOf(finding: Finding): string | null {
	if (finding.rule === 'check') return finding.check.id;
	if (finding.rule === 'checks-unknown') return finding.check;
	return 'exemption' in finding ? finding.exemption.check : null;
}
