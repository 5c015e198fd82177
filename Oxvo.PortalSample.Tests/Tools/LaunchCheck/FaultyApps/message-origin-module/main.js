import { hear } from './hear.js';

window.onmessage = hear;
