/** Titles that do harm where a format takes them for its own signs, and how they are to be shown. */
export const hostileTexts = [
	{
		name: 'XML',
		text: `</title><script>alert(1)</script>&amp;"'`,
		shown: `</title><script>alert(1)</script>&amp;"'`,
	},
	{ name: 'ends of CDATA', text: ']]>]]><b>x</b>', shown: ']]>]]><b>x</b>' },
	{ name: 'commas and semicolons', text: 'a,b;c:d\\e\\n', shown: 'a,b;c:d\\e\\n' },
	{
		name: 'lines',
		text: 'a\r\nEND:VEVENT\nBEGIN:VALARM\rb\u2028c',
		shown: 'a END:VEVENT BEGIN:VALARM b c',
	},
	{ name: 'a formula', text: `=cmd|'/c calc'!A0`, shown: `=cmd|'/c calc'!A0` },
	{ name: 'a formula behind a mark', text: '\u200F\u202E=1+1', shown: '=1+1' },
	{ name: 'bidi marks', text: 'a\u202Egnp.exe\u2066\u200Eb', shown: 'agnp.exeb' },
	{ name: 'control characters', text: 'a\u0000\u0007\u001B[31m\u0085\uFFFEb', shown: 'a[31mb' },
	{ name: 'half a pair', text: 'a\uD83Db', shown: 'a\uFFFDb' },
	{ name: '10,000 characters', text: 'é🦊'.repeat(3_334), shown: 'é🦊'.repeat(20) },
] as const;
