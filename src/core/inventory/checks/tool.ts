import { alignTool, type Alignment } from '#core/inventory/alignment.ts';
import type { DeclaredTool } from '#model/checks.ts';
import type { ToolPin } from '#model/project.ts';
import { describeBehind } from '#core/base/versions.ts';
import type { NotApplicable, ReadFrom, Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { notApplicable } from '#core/inventory/gate.ts';
import { readFromFile } from '#core/inventory/source.ts';
import { describeUnread } from '#core/inventory/unread-files.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

/** A tool whose version is agreed on. */
type Agreed = DeclaredTool & { agreed: string };

/** `undefined`: no version is agreed on, so there is nothing to judge. */
export function toolRule(tool: DeclaredTool): Rule | undefined {
	const { id, name, agreed } = tool;
	if (agreed === undefined) return undefined;
	return {
		id: `tool-${id}`,
		title: `Version of ${name}`,
		claim: `The project uses ${name} ${agreed}, the agreed version.`,
		why: 'With one version everywhere, what builds in one project builds in the others, and a security fix reaches all of them at once.',
		judge: (subject) => judgeAlignment(subject, { ...tool, agreed }),
	};
}

function judgeAlignment(subject: Subject, tool: Agreed): Verdict | NotApplicable {
	const alignment = alignTool(subject, tool, subject.about.filesFor.projects);
	const { name, agreed } = tool;
	switch (alignment.state) {
		case 'not-applicable':
			return notApplicable(alignment.why);
		case 'no-agreement':
			return notApplicable('The registry has no agreed version.');
		case 'unknown':
			return unknown(alignment.why, readAsStranger(subject, null), alignment.needs);
		case 'not-pinned':
			return judgeUnpinned(subject, tool, alignment.language);
		case 'agreed':
			return holds(`${say(tool, alignment)}.${others(alignment)}`, readPin(subject, alignment));
		case 'ahead':
			return holds(
				`${say(tool, alignment)}: ahead of the agreed ${agreed}.${others(alignment)}`,
				readPin(subject, alignment),
			);
		case 'not-comparable':
			return unknown(
				`${say(tool, alignment)}, which can't be compared with the agreed ${agreed}.`,
				readPin(subject, alignment),
				`A version number of ${name} in ${describePin(alignment.pin)}.`,
			);
		case 'behind':
			return broken(
				`${say(tool, alignment)}: ${describeBehind(alignment.behind)}; ${agreed} is the agreed version.${others(alignment)}`,
				readPin(subject, alignment),
				{
					text: `Set ${name} ${agreed} in ${alignment.places.map(describePin).join(', and in ')}.`,
				},
			);
	}
}

function judgeUnpinned(
	subject: Subject,
	{ name, agreed, pins }: Agreed,
	language: string,
): Verdict {
	const reading = readAsStranger(subject, {
		text: 'the project’s files',
		url: subject.project?.facts?.webUrl ?? null,
	});
	const observed = `It's mainly written in ${language}, but none of the files we read names a version of ${name}.`;
	const [tool] = pins.names;
	const how = tool === undefined ? '' : `, for example in mise.toml: ${tool} = "${agreed}"`;
	return broken(observed, reading, { text: `Name the version ${agreed} in the project${how}` });
}

type Decided = Extract<Alignment, { pin: ToolPin }>;

function readPin(subject: Subject, { pin }: Decided) {
	const facts = subject.project?.facts ?? { webUrl: null, defaultBranch: null };
	const from: ReadFrom = readFromFile(facts, pin.file, pin.line);
	return readAsStranger(subject, from);
}

function say({ name }: Agreed, { pin }: Decided): string {
	return `${pin.file} says ${name} ${pin.version}`;
}

function others({ differ, unread }: Decided): string {
	const notRead = unread.length === 0 ? '' : ` Not read: ${unread.map(describeUnread).join(', ')}.`;
	return `${differ ? ' Another file names another version.' : ''}${notRead}`;
}

function describePin({ file, line }: ToolPin): string {
	return `${file}, line ${String(line)}`;
}
