const e=(e,t)=>e===t;export{e as is};
