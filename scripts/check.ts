import { toCodeQuality, toJson } from '#core/publish/code-quality.ts';
import { toJunit } from '#core/publish/junit.ts';
import { dayOf } from '#core/base/dates.ts';
import { findRuleFindings } from '#core/findings/rule-findings.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { describeSnapshot } from '#core/words/describe-snapshot.ts';
import { formatCount } from '#core/words/formats.ts';
import { findDrift } from '#core/findings/drift.ts';
import { describeMistakes } from '#core/publish/pages/mistake.ts';
import { describeFinding } from '#core/words/findings/describe-finding.ts';
import type { FindingLevel } from '#core/findings/finding-base.ts';
import { describeEditOrder, type Finding } from '#core/findings/finding.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Registry } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { handbookPath } from '#store/page-files.ts';
import { readRegistry } from '#store/registry.ts';
import { readSiteHistory } from '#store/site-data.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { parseChoice } from './arguments.ts';
import { readClock, readLastDay } from './clock.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { checkPages, refuse } from './handbook-pages.ts';
import { findPageFindings } from './page-findings.ts';

const formats = ['text', 'json', 'gitlab', 'junit'] as const;
type Format = (typeof formats)[number];
const levels = ['broken', 'unknown', 'notice'] as const satisfies FindingLevel[];
const levelWords: Record<FindingLevel, string> = {
	broken: 'to fix',
	unknown: 'not checked',
	notice: 'worth knowing',
};

/** What is for programs is alone on the standard output; people read the sums beside it. */
export const check = defineCommand(
	{
		name: 'check',
		does: "Shows where the registry and GitLab disagree, which rules of the handbook fail, and mistakes in pages. Needs no network: it compares what's in the checkout.",
		options: {
			strict: {
				type: 'boolean',
				default: false,
				help: 'Exits with 1 when there is something to fix.',
			},
			format: {
				type: 'string',
				value: 'FORMAT',
				default: 'text',
				help: `One of ${formats.join(', ')}: gitlab is a Code Quality report, junit a test report.`,
			},
		},
	},
	async (options, { root, print, warn }) => {
		const format = parseChoice('format', options.format, formats);
		const pages = await checkPages(root, readLastDay());
		if (pages.unread) refuse(pages);
		const registry = await readRegistry(root);
		const snapshot = await readSnapshot(root);
		if (!snapshot) {
			throw new InvalidDataError(
				'There is no snapshot in content/snapshot to compare the registry with.\nRun npm run pull first.',
			);
		}
		const findings = [
			...findDrift(registry, snapshot),
			...(await findRules(root, registry, snapshot)),
			...(await findPageFindings(root)),
		];
		const report = render[format](findings);
		if (report !== '') print(report);
		const say = format === 'text' ? print : warn;
		say(describeSnapshot(snapshot.about, readClock()));
		say(summarise(findings));
		if (pages.mistakes.length > 0) {
			warn(describeMistakes(handbookPath, pages.mistakes));
			return exitCodes.wrong;
		}
		const isBroken = findings.some(({ level }) => level === 'broken');
		return options.strict && isBroken ? exitCodes.strict : exitCodes.fine;
	},
);

/** What came of the handbook's rules. The kept plans are read only where there is one. */
async function findRules(root: string, registry: Registry, snapshot: Snapshot): Promise<Finding[]> {
	if (registry.rules.length === 0) return [];
	const { plans } = await readSiteHistory(root, snapshot.about);
	return findRuleFindings(runRules(registry, snapshot, plans), dayOf(snapshot.about.pulledAt));
}

const render: Record<Format, (findings: readonly Finding[]) => string> = {
	text: renderText,
	json: (findings) => JSON.stringify(toJson(findings), null, 2),
	gitlab: (findings) => JSON.stringify(toCodeQuality(findings), null, 2),
	junit: toJunit,
};

function renderText(findings: readonly Finding[]): string {
	const order = describeEditOrder(findings);
	return [
		...findings.map((finding) => `[${levelWords[finding.level]}] ${describeFinding(finding)}\n`),
		...(order === undefined ? [] : [`${order}\n`]),
	].join('\n');
}

function summarise(findings: readonly Finding[]): string {
	const counts = levels.map((level) => {
		const count = findings.filter((finding) => finding.level === level).length;
		return `${String(count)} ${levelWords[level]}`;
	});
	return `${formatCount(findings.length, 'finding')}: ${counts.join(', ')}.`;
}

await run(import.meta.filename, check);
