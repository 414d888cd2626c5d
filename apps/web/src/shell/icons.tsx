import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const AuditIcon = () => (
  <Icon>
    <path d="M9 2.5 14.5 4.5v4c0 3.6-2.3 6-5.5 7-3.2-1-5.5-3.4-5.5-7v-4ZM6.5 9l1.8 1.8L11.7 7.4" />
  </Icon>
)

export const LetterIcon = () => (
  <Icon>
    <path d="M4 2.5h7l3 3v10H4zM6.5 7h5M6.5 9.75h5M6.5 12.5h3" />
  </Icon>
)

export const PlansIcon = () => (
  <Icon>
    <path d="M2.5 9h4l2-5.5 2.5 11 2-5.5h2.5" />
  </Icon>
)

export const DeclarationsIcon = () => (
  <Icon>
    <path d="M3.5 2.5h8v6M3.5 2.5v13h5M6 6h3M6 9h2M11 13l1.8 1.8 3.2-3.8" />
  </Icon>
)

export const CoverIcon = () => (
  <Icon>
    <path d="M9 2.5 15 5v4c0 3.4-2.4 5.6-6 6.8C5.4 14.6 3 12.4 3 9V5zM6.5 9l1.8 1.8L11.8 7" />
  </Icon>
)

export const RulesIcon = () => (
  <Icon>
    <path d="M9 2.5v13M4 5.5h10M4 5.5 2 10.5h4zM14 5.5l-2 5h4zM6 15.5h6" />
  </Icon>
)

export const TablesIcon = () => (
  <Icon>
    <path d="M2.5 3.5h13v11h-13zM2.5 7.25h13M7 3.5v11" />
  </Icon>
)

export const LedgerIcon = () => (
  <Icon>
    <path d="M3 3.5h12v11H3zM9 3.5v11M5.25 6.5h1.5M5.25 9.25h1.5M11.25 6.5h1.5M11.25 9.25h1.5M11.25 12h1.5" />
  </Icon>
)

export const StockIcon = () => (
  <Icon>
    <path d="M2.5 6 9 2.5 15.5 6v6.5L9 16l-6.5-3.5zM2.5 6 9 9.5 15.5 6M9 9.5V16" />
  </Icon>
)

export const AdminIcon = () => (
  <Icon>
    <circle cx="6.5" cy="6" r="2.75" />
    <path d="M1.5 15c.4-3 2.3-4.5 5-4.5 1.2 0 2.2.3 3 .9M13.5 9.5v1M13.5 15v1M16.3 11.1l-.9.5M11.6 13.9l-.9.5M16.3 14.4l-.9-.5M11.6 11.6l-.9-.5" />
    <circle cx="13.5" cy="12.75" r="2" />
  </Icon>
)

export const HomeIcon = () => (
  <Icon>
    <path d="M2.5 8.5 9 3l6.5 5.5M4.5 7.5v7.5h9V7.5M7.5 15v-4h3v4" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="M4 2.5h7l3 3v10H4zM6.5 10l1.8 1.8 3.2-3.8" />
  </Icon>
)

export const TrackIcon = () => (
  <Icon>
    <path d="M9 15.5S4 11 4 7.3a5 5 0 0 1 10 0C14 11 9 15.5 9 15.5Z" />
    <circle cx="9" cy="7.3" r="1.7" />
  </Icon>
)

export const WallIcon = () => (
  <Icon>
    <path d="M2.5 3.5h13v8.5h-13zM6.5 15h5M9 12v3M5.5 9.5V8M8 9.5V6M10.5 9.5V7M13 9.5V5.5" />
  </Icon>
)

export const MoreIcon = () => (
  <Icon>
    <path d="M3 5h12M3 9h12M3 13h12" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.75" />
    <path d="m11.5 11.5 4 4" />
  </Icon>
)

export const SunIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="3.2" />
    <path d="M9 1.5v1.8M9 14.7v1.8M1.5 9h1.8M14.7 9h1.8M3.7 3.7 5 5M13 13l1.3 1.3M14.3 3.7 13 5M5 13l-1.3 1.3" />
  </Icon>
)

export const MoonIcon = () => (
  <Icon>
    <path d="M14.8 10.7A6.3 6.3 0 0 1 7.3 3.2a6.3 6.3 0 1 0 7.5 7.5Z" />
  </Icon>
)

export const PersonIcon = () => (
  <Icon>
    <circle cx="9" cy="6" r="3" />
    <path d="M3 15.5c.6-3.2 3-4.8 6-4.8s5.4 1.6 6 4.8" />
  </Icon>
)
