import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', '.dist-*/', 'node_modules/', '.astro/', 'content/'] },
	...tseslint.configs.strictTypeChecked,
	...tseslint.configs.stylisticTypeChecked,
	...astro.configs['flat/recommended'],
	{
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname + '/..',
				extraFileExtensions: ['.astro'],
			},
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'no-restricted-imports': ['error', { patterns: ['../*/**', '../../*'] }],
		},
	},
	{
		files: ['src/model/**', 'src/core/**', 'src/components/**', 'src/blocks/**', 'src/pages/**'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'fetch'],
			'no-restricted-properties': ['error', { object: 'Date', property: 'now' }],
		},
	},
	{
		// In a reader's browser the site itself is asked for more.
		files: ['src/components/**/*.client.ts'],
		rules: { 'no-restricted-globals': ['error', 'process'] },
	},
	{
		files: ['test/**'],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/consistent-type-assertions': 'off',
			'no-restricted-imports': 'off',
		},
	},
	{
		// The sample is the real pull against the tests' own GitLab.
		files: ['scripts/**'],
		rules: {
			'no-restricted-imports': 'off',
			// console.log takes no notice of output that is cut: `print` does.
			'no-console': ['error', { allow: ['error'] }],
		},
	},
	{
		files: ['**/*.astro', '**/*.mjs', '**/*.js'],
		...tseslint.configs.disableTypeChecked,
	},
);
