import { describeFinding } from '#core/words/findings/describe-finding.ts';
import type { FindingLevel } from '#core/findings/finding-base.ts';
import type { Finding } from '#core/findings/finding.ts';
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
		const { rule, level, place, project = '', check = '', key } = finding;
		const about = [rule, project, check, ...(key === undefined ? [] : [key])];
		return {
			description: describeFinding(finding).replaceAll(/(?<!\s)\s*\n\s*/g, ' '),
			check_name: nameOf(finding),
			fingerprint: fingerprint(about.join('\n')),
			severity: severities[level],
			location: { path: place.file, lines: { begin: place.line ?? 1 } },
		};
	});
}

function nameOf({ rule, check, key }: Finding): string {
	if (rule === 'check') return `check-${check ?? ''}`;
	return rule === 'rule-fails' || rule === 'rule-not-checked' ? `rule-${key ?? ''}` : rule;
}

export function toJson(findings: readonly Finding[]) {
	return findings.map((finding) => ({
		rule: finding.rule,
		level: finding.level,
		message: describeFinding(finding),
		file: finding.place.file,
		/** `null`: the file as a whole. */
		line: finding.place.line,
		project: finding.project ?? null,
		/** Those of a finding that is about several, and otherwise none. */
		projects: finding.projects ?? [],
		check: finding.check ?? null,
		/** All of them together settle it. Their lines are those of the files as they are. */
		edits: finding.edits ?? [],
	}));
}
