// The window starts here.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startWindow } from './state/start-window.ts';
import './app.css';
import './frame/frame.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
startWindow();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
