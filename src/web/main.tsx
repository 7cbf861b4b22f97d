import './nonce.ts';
import '@mantine/core/styles.css';
import './styles.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {App} from './app.tsx';
import {watchNetwork} from './offline/online.ts';

watchNetwork();

createRoot(document.querySelector('#app')!).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
