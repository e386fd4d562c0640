import { toCodeQuality, toJson } from '#core/publish/code-quality.ts';
import { describeSnapshot } from '#core/words/describe-snapshot.ts';
import { findDrift } from '#core/findings/drift.ts';
import { describeMistakes } from '#core/publish/pages/mistake.ts';
import { describeFinding } from '#core/words/describe-finding.ts';
import type { FindingLevel } from '#core/findings/finding-base.ts';
import { describeEditOrder, type Finding } from '#core/findings/finding.ts';
import { InvalidDataError } from '#model/parse.ts';
import { handbookPath } from '#store/page-files.ts';
import { readRegistry } from '#store/registry.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { parseChoice } from './arguments.ts';
import { readClock } from './clock.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { checkPages } from './handbook-pages.ts';
import { findPageFindings } from './page-findings.ts';
import { run } from './run.ts';

const formats = ['text', 'json', 'gitlab'] as const;
type Format = (typeof formats)[number];
const levels = ['broken', 'unknown', 'notice'] as const satisfies FindingLevel[];

/** What is for programs is alone on the standard output; people read the sums beside it. */
export const check = defineCommand(
	{
		name: 'check',
		does: "Shows where the registry and GitLab disagree, and mistakes in pages. Needs no network: it compares what's in the checkout.",
		options: {
			strict: { type: 'boolean', default: false, help: 'Exits with 1 when something is broken.' },
			format: {
				type: 'string',
				value: 'FORMAT',
				default: 'text',
				help: `One of ${formats.join(', ')}: gitlab is a Code Quality report.`,
			},
		},
	},
	async (options, { root, print, warn }) => {
		const format = parseChoice('format', options.format, formats);
		const registry = await readRegistry(root);
		const snapshot = await readSnapshot(root);
		if (!snapshot) {
			throw new InvalidDataError(
				'There is no snapshot in content/snapshot to compare the registry with.\nRun npm run pull first.',
			);
		}
		const findings = [...findDrift(registry, snapshot), ...(await findPageFindings(root))];
		const report = render[format](findings);
		if (report !== '') print(report);
		const say = format === 'text' ? print : warn;
		say(describeSnapshot(snapshot.about, readClock()));
		say(summarise(findings));
		const { mistakes } = await checkPages(root);
		if (mistakes.length > 0) {
			warn(describeMistakes(handbookPath, mistakes));
			return exitCodes.wrong;
		}
		const isBroken = findings.some(({ level }) => level === 'broken');
		return options.strict && isBroken ? exitCodes.strict : exitCodes.fine;
	},
);

const render: Record<Format, (findings: readonly Finding[]) => string> = {
	text: renderText,
	json: (findings) => JSON.stringify(toJson(findings), null, 2),
	gitlab: (findings) => JSON.stringify(toCodeQuality(findings), null, 2),
};

function renderText(findings: readonly Finding[]): string {
	const order = describeEditOrder(findings);
	return [
		...findings.map((finding) => `[${finding.level}] ${describeFinding(finding)}\n`),
		...(order === undefined ? [] : [`${order}\n`]),
	].join('\n');
}

function summarise(findings: readonly Finding[]): string {
	const counts = levels.map((level) => {
		const count = findings.filter((finding) => finding.level === level).length;
		return `${String(count)} ${level}`;
	});
	return `${String(findings.length)} findings: ${counts.join(', ')}.`;
}

await run(import.meta.filename, check);
