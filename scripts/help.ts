import { callOf, commonOptions, spell, type Command, type OptionTable } from './arguments.ts';
import { exitCodes, exitWords } from './exit-codes.ts';

export function renderHelp(command: Command): string {
	const call = callOf(command);
	const options: OptionTable = { ...command.options, ...commonOptions };
	const rows = Object.entries(options).map(([name, option]) => {
		const usual = option.type === 'string' ? option.default : undefined;
		const help = usual === undefined ? option.help : `${option.help} Default: ${usual}.`;
		return { spelled: spell(name, option), help };
	});
	const width = Math.max(...rows.map(({ spelled }) => spelled.length));
	const codes = exitWords
		.filter(([kind]) => kind !== 'strict' || 'strict' in command.options)
		.map(([kind, words]) => `  ${String(exitCodes[kind]).padEnd(2)}  ${words}`);
	return [
		`${call}: ${command.does}`,
		'',
		...rows.map(({ spelled, help }) => `  ${spelled.padEnd(width)}  ${help}`),
		'',
		`Put -- before options: ${call} -- --help`,
		'Exit codes:',
		...codes,
	].join('\n');
}
