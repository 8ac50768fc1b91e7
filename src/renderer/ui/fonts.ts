import '@fontsource-variable/noto-serif-sc/index.css'
import '@fontsource-variable/noto-sans-sc/index.css'
