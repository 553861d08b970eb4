/** Chinese characters' font: a hundred small files, of which the browser fetches those that a page needs. */
import '@fontsource-variable/noto-sans-sc';
