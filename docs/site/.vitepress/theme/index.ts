import DefaultTheme from 'vitepress/theme';
import CheckPage from './check-page.vue';
import './site.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { app: { component(name: string, component: unknown): void } }) {
    app.component('CheckPage', CheckPage);
  },
};
